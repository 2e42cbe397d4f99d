package dev.keshi.messaging.consumer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Commits what a consumer passes over without being handed a record: the marks of transactions, and records of those that were
 * given up. Whoever compares what was read with where the topic ends would else wait for it for ever. One consumer's thread.
 */
final class PassedOver {

    /** Offset behind the last record that was handed out, or committed. */
    private final Map<TopicPartition, Long> known = new HashMap<>();

    void handedOut(List<? extends ConsumerRecord<?, ?>> records) {
        for (var record : records) {
            known.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
    }

    /** Nothing has come from the partition for a while, and all that came before was handled and committed. */
    void idle(Consumer<?, ?> consumer, TopicPartition partition) {
        long position = consumer.position(partition);
        if (position > known.computeIfAbsent(partition, one -> committed(consumer, one))) {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(position)));
        }
        known.put(partition, position);
    }

    /** What another member of the group was handed is its own business. */
    void lost(TopicPartition partition) {
        known.remove(partition);
    }

    private static long committed(Consumer<?, ?> consumer, TopicPartition partition) {
        var committed = consumer.committed(Set.of(partition)).get(partition);
        return committed == null ? 0 : committed.offset();
    }
}
