package dev.keshi.events.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Writes letters and settlements; each is safe when the method returns. */
final class LetterWriter implements AutoCloseable {

    private static final int LONGEST_REASON = 1_000;

    private final String subscription;
    private final DeadLetterTopic topic;
    private final KafkaProducer<byte[], byte[]> producer;

    LetterWriter(String subscription, KafkaSettings settings, DeadLetterTopic topic) {
        this.subscription = subscription;
        this.topic = topic;
        this.producer = new KafkaProducer<>(settings.letterWriter());
    }

    /** A letter, and where it lies. */
    record Written(ProducerRecord<byte[], byte[]> letter, RecordMetadata place) {}

    Written layAside(ConsumerRecord<byte[], byte[]> record, Letter.Kind kind, String reason, int attempts) {
        var letter = new ProducerRecord<>(topic.name(), null, record.key(), record.value(), record.headers());
        describe(letter, kind.word(), record.topic());
        put(letter, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        put(letter, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        put(letter, DeadLetterHeaders.REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        put(letter, DeadLetterHeaders.ATTEMPTS, Integer.toString(attempts));
        try {
            return new Written(letter, send(letter));
        } catch (TooLarge tooLarge) {
            return layAsideWithoutValue(letter);
        }
    }

    private Written layAsideWithoutValue(ProducerRecord<byte[], byte[]> letter) {
        var without = new ProducerRecord<byte[], byte[]>(topic.name(), null, letter.key(), null, letter.headers());
        put(without, DeadLetterHeaders.VALUE_OMITTED, "true");
        try {
            return new Written(without, send(without));
        } catch (TooLarge still) {
            throw new StoreUnavailable("the dead-letter topic " + topic.name(), still);
        }
    }

    /** Notes that letters of a key are done with, in the partition in which they lie. */
    void settle(Parked.Key key, int partition, long before, long heldBy, long discarded) {
        var bytes = key.key().equals(ParkedKey.NO_KEY) ? null : key.key().getBytes(StandardCharsets.UTF_8);
        var settlement = new ProducerRecord<byte[], byte[]>(topic.name(), partition, bytes, null);
        describe(settlement, "settled", key.topic());
        put(settlement, DeadLetterHeaders.SETTLED_BEFORE, Long.toString(before));
        put(settlement, DeadLetterHeaders.HELD_BY, Long.toString(heldBy));
        put(settlement, DeadLetterHeaders.DISCARDED, Long.toString(discarded));
        try {
            send(settlement);
        } catch (TooLarge impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void describe(ProducerRecord<byte[], byte[]> record, String kind, String originalTopic) {
        put(record, DeadLetterHeaders.KIND, kind);
        put(record, DeadLetterHeaders.SUBSCRIPTION, subscription);
        put(record, DeadLetterHeaders.TOPIC, originalTopic);
        put(record, DeadLetterHeaders.TIME, Instant.now().toString());
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> record) throws TooLarge {
        try {
            return producer.send(record).get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RecordTooLargeException) {
                throw new TooLarge(failure);
            }
            throw new StoreUnavailable(
                    "the dead-letter topic " + topic.name(), Objects.requireNonNull(failure.getCause()));
        } catch (KafkaException failure) {
            throw new StoreUnavailable("the dead-letter topic " + topic.name(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted", stopped);
        }
    }

    private static void put(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name);
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        TooLarge(Throwable cause) {
            super(cause);
        }
    }
}
