package dev.keshi.events.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Gives single letters by their place. Neighbours come along with one fetch, so going forward is cheap. */
final class LetterFetch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Long, ConsumerRecord<byte[], byte[]>> fetched = new HashMap<>();

    LetterFetch(KafkaSettings settings) {
        this.consumer = new KafkaConsumer<>(settings.letterReader());
    }

    /** @return empty when it is gone: somebody has settled it and trimmed the topic meanwhile, or the topic forgets */
    Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset) {
        if (!consumer.assignment().contains(partition)) {
            fetched.clear();
            consumer.assign(List.of(partition));
        }
        var known = fetched.get(offset);
        return known == null ? fetch(partition, offset) : Optional.of(known);
    }

    private Optional<ConsumerRecord<byte[], byte[]>> fetch(TopicPartition partition, long offset) {
        fetched.clear();
        consumer.seek(partition, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (fetched.isEmpty() && consumer.position(partition, PATIENCE) <= offset) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> fetched.put(record.offset(), record));
            if (fetched.isEmpty() && System.nanoTime() > deadline) {
                throw new TimeoutException("The letter " + partition + "@" + offset + " was not reached");
            }
        }
        return Optional.ofNullable(fetched.get(offset));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
