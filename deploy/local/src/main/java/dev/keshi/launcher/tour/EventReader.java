package dev.keshi.launcher.tour;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** An independent reader of Keshi's topics: a plain Kafka consumer without a group, which knows nothing of the services. */
final class EventReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<KafkaEvent> seen = new ArrayList<>();

    /** Sees what is published after this call. */
    EventReader(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().matches("keshi\\.[a-z]+\\.v\\d+"))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Reads until an event fits, then a little longer for what should not come; gives all that the key has. */
    List<KafkaEvent> ofKeyUntil(String key, Predicate<KafkaEvent> last, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline
                && seen.stream().noneMatch(event -> event.key().equals(key) && last.test(event))) {
            read();
        }
        read();
        read();
        return seen.stream().filter(event -> event.key().equals(key)).toList();
    }

    private void read() {
        consumer.poll(POLL).forEach(record -> seen.add(event(record)));
    }

    private static KafkaEvent event(ConsumerRecord<byte[], byte[]> record) {
        return new KafkaEvent(
                record.topic(),
                header(record, "ce_type"),
                text(record.key()),
                Long.parseLong("0" + header(record, "ce_sequence")),
                header(record, "ce_id"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(EventReader::text)
                .orElse("");
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
