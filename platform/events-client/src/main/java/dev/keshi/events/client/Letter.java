package dev.keshi.events.client;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A record of the dead-letter topic, read by its headers only. */
sealed interface Letter {

    Parked.Key key();

    /**
     * A record that was laid aside.
     *
     * @param fingerprint of the record as it came; {@link Fingerprint#NONE} in letters of earlier releases
     */
    record Aside(
            Parked.Key key,
            Kind kind,
            int originalPartition,
            long originalOffset,
            long fingerprint,
            String reason,
            int attempts,
            ConsumerRecord<byte[], byte[]> record)
            implements Letter {

        boolean valueOmitted() {
            return Headers.text(record, DeadLetterHeaders.VALUE_OMITTED) != null;
        }

        /** As it was on the wire. */
        ConsumerRecord<byte[], byte[]> original() {
            var headers = new RecordHeaders();
            record.headers().forEach(header -> {
                if (!header.key().startsWith(DeadLetterHeaders.PREFIX)) {
                    headers.add(header);
                }
            });
            return new ConsumerRecord<>(
                    key.topic(),
                    originalPartition,
                    originalOffset,
                    record.timestamp(),
                    TimestampType.CREATE_TIME,
                    record.serializedKeySize(),
                    record.serializedValueSize(),
                    record.key(),
                    record.value(),
                    headers,
                    Optional.empty());
        }
    }

    /**
     * The end of some letters of a key.
     *
     * @param before those with smaller offsets are done with
     * @param heldBy the one at which it stopped; -1 when at none
     * @param discarded the one that was given up; -1 when none was
     */
    record Settled(Parked.Key key, long before, long heldBy, long discarded) implements Letter {}

    enum Kind {
        HEAD,
        BEHIND,
        ALONE;

        String word() {
            return switch (this) {
                case HEAD -> "head";
                case BEHIND -> "behind";
                case ALONE -> "alone";
            };
        }
    }

    /** Empty when somebody else wrote it, or another subscription. */
    static Optional<Letter> read(ConsumerRecord<byte[], byte[]> record, String subscription) {
        var kind = Headers.text(record, DeadLetterHeaders.KIND);
        var topic = Headers.text(record, DeadLetterHeaders.TOPIC);
        if (kind == null
                || topic == null
                || !subscription.equals(Headers.text(record, DeadLetterHeaders.SUBSCRIPTION))) {
            return Optional.empty();
        }
        var key = new Parked.Key(topic, record.key() == null ? ParkedKey.NO_KEY : Headers.key(record));
        return switch (kind) {
            case "settled" ->
                Optional.of(new Settled(
                        key,
                        number(record, DeadLetterHeaders.SETTLED_BEFORE, 0),
                        number(record, DeadLetterHeaders.HELD_BY, -1),
                        number(record, DeadLetterHeaders.DISCARDED, -1)));
            case "head" -> Optional.of(aside(record, key, Kind.HEAD));
            case "behind" -> Optional.of(aside(record, key, Kind.BEHIND));
            case "alone" -> Optional.of(aside(record, key, Kind.ALONE));
            default -> Optional.empty();
        };
    }

    private static Aside aside(ConsumerRecord<byte[], byte[]> record, Parked.Key key, Kind kind) {
        var reason = Headers.text(record, DeadLetterHeaders.REASON);
        return new Aside(
                key,
                kind,
                (int) number(record, DeadLetterHeaders.PARTITION, -1),
                number(record, DeadLetterHeaders.OFFSET, -1),
                number(record, DeadLetterHeaders.FINGERPRINT, Fingerprint.NONE),
                reason == null ? "" : reason,
                (int) number(record, DeadLetterHeaders.ATTEMPTS, 0),
                record);
    }

    private static long number(ConsumerRecord<byte[], byte[]> record, String header, long otherwise) {
        var text = Headers.text(record, header);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            return otherwise;
        }
    }
}
