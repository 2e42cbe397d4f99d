package dev.keshi.chaos.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What Kafka holds, read from the moment it was opened by a consumer without a group, and kept by key. One thread at a time. */
public final class EventLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration BROKER = Duration.ofSeconds(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, List<LoggedEvent>> byKey = new HashMap<>();
    private final List<LoggedEvent> all = new ArrayList<>();

    public EventLog(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "enable.auto.commit",
                        false,
                        "reconnect.backoff.max.ms",
                        200,
                        "auto.offset.reset",
                        "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.listTopics(BROKER).entrySet().stream()
                .filter(topic -> topic.getKey().startsWith("keshi."))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions, BROKER).forEach(consumer::seek);
    }

    /**
     * Reads to where the topics end now.
     *
     * @return false when that could not be done in time
     */
    public boolean catchUp() {
        long deadline = System.nanoTime() + BROKER.toNanos();
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, BROKER);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                consumer.poll(POLL).forEach(record -> add(LoggedEvent.of(record)));
            }
            return true;
        } catch (KafkaException away) {
            return false;
        }
    }

    private void add(LoggedEvent event) {
        all.add(event);
        if (event.isOfAnAggregate()) {
            byKey.computeIfAbsent(event.key(), _ -> new ArrayList<>()).add(event);
        }
    }

    /** Every event of an aggregate in the order in which it lies there, repetitions too. */
    List<LoggedEvent> of(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Everything that was read since that place. */
    public List<LoggedEvent> since(int place) {
        return List.copyOf(all.subList(place, all.size()));
    }

    public int size() {
        return all.size();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
