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

    /**
     * Lays down as much of the record as the topic takes.
     *
     * @param fingerprint of the record as it came
     */
    Written layAside(
            ConsumerRecord<byte[], byte[]> record, long fingerprint, Letter.Kind kind, String reason, int attempts) {
        TooLarge tooLarge = null;
        for (var extent : Extent.values()) {
            var letter = extent.letter(topic.name(), record);
            describe(letter, (letter.key() == null ? Letter.Kind.ALONE : kind).word(), record.topic());
            Headers.put(letter, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
            Headers.put(letter, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
            Headers.put(letter, DeadLetterHeaders.FINGERPRINT, Long.toString(fingerprint));
            Headers.put(
                    letter, DeadLetterHeaders.REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            Headers.put(letter, DeadLetterHeaders.ATTEMPTS, Integer.toString(attempts));
            try {
                return new Written(letter, send(letter));
            } catch (TooLarge larger) {
                tooLarge = larger;
            }
        }
        throw new StoreUnavailable(
                "the dead-letter topic " + topic.name() + " takes not even a few kilobytes",
                Objects.requireNonNull(tooLarge));
    }

    /** Notes that letters of a key are done with, in the partition in which they lie. */
    void settle(Parked.Key key, int partition, long before, long heldBy, long discarded) {
        var bytes = key.key().equals(ParkedKey.NO_KEY) ? null : key.key().getBytes(StandardCharsets.UTF_8);
        var settlement = new ProducerRecord<byte[], byte[]>(topic.name(), partition, bytes, null);
        describe(settlement, "settled", key.topic());
        Headers.put(settlement, DeadLetterHeaders.SETTLED_BEFORE, Long.toString(before));
        Headers.put(settlement, DeadLetterHeaders.HELD_BY, Long.toString(heldBy));
        Headers.put(settlement, DeadLetterHeaders.DISCARDED, Long.toString(discarded));
        try {
            send(settlement);
        } catch (TooLarge impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void describe(ProducerRecord<byte[], byte[]> record, String kind, String originalTopic) {
        Headers.put(record, DeadLetterHeaders.KIND, kind);
        Headers.put(record, DeadLetterHeaders.SUBSCRIPTION, subscription);
        Headers.put(record, DeadLetterHeaders.TOPIC, originalTopic);
        Headers.put(record, DeadLetterHeaders.TIME, Instant.now().toString());
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
