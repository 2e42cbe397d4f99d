package dev.keshi.events.client;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that were polled and not handled yet, and how far the handled ones reach. A partition that goes away takes its records with it;
 * what was handled of it is committed first, unless somebody else has it already.
 */
final class RecordsInHand implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(RecordsInHand.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Predicate<String> waits;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
    private boolean newlyAssigned;

    /** @param waits topics of which nothing is to be handed out by the poll that brings their partitions */
    RecordsInHand(Consumer<byte[], byte[]> consumer, Predicate<String> waits) {
        this.consumer = consumer;
        this.waits = waits;
    }

    void add(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(waiting::add);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    ConsumerRecord<byte[], byte[]> first() {
        return waiting.getFirst();
    }

    void firstIsDone() {
        var record = waiting.removeFirst();
        handled.put(partition(record), new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }

    /** What is not committed comes again and is known to the store: a failure here costs time only. */
    void commit() {
        if (handled.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(handled);
            handled.clear();
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException later) {
            log.info("Offsets were not committed: {}", later.toString());
        }
    }

    /** Whether partitions came since this was last asked. */
    boolean newlyAssigned() {
        boolean came = newlyAssigned;
        newlyAssigned = false;
        return came;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        newlyAssigned |= !partitions.isEmpty();
        consumer.pause(partitions.stream()
                .filter(partition -> waits.test(partition.topic()))
                .toList());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        var gone = new HashSet<>(partitions);
        waiting.removeIf(record -> gone.contains(partition(record)));
        handled.keySet().removeAll(gone);
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
