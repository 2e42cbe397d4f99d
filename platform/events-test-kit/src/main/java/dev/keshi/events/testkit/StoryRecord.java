package dev.keshi.events.testkit;

import dev.keshi.contracts.EventDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to a listener.
 *
 * @param kind what is special about it
 * @param type of the event, for messages
 * @param key of the record; absent when that is what is wrong with it
 * @param value JSON, or what is there instead
 */
public record StoryRecord(
        Kind kind,
        String topic,
        String type,
        @Nullable String key,
        long sequence,
        Map<String, String> headers,
        byte @Nullable [] value) {

    /** What is special about a record. */
    public enum Kind {
        /** Seen for the first time. */
        FRESH,
        /** Came before, with the same id and sequence. */
        REPEATED,
        /** Can never be handled. */
        POISON,
        /** Of the same aggregate, and of a type that this release does not know yet. */
        UNKNOWN,
        /** Published before Keshi's store was restored to an earlier point, and arriving after what was published since. */
        OUTDATED,
        /** Those before it have not come yet; they come later. */
        EARLY,
        /** Seen for the first time by a process that dies before it commits; it comes again. */
        INTERRUPTED
    }

    static StoryRecord fresh(EventDescriptor contract, String key, long sequence) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "golden-" + key + "-" + sequence);
        headers.put("ce_source", "/keshi/" + contract.owner() + "-service");
        headers.put("ce_type", contract.type());
        headers.put("ce_subject", contract.aggregate() + "/" + key);
        headers.put("ce_time", "2026-11-21T08:00:00Z");
        headers.put("ce_dataschema", "/events/schemas/" + contract.type() + ".json");
        headers.put("ce_partitionkey", key);
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_epoch", "0");
        headers.put("ce_actor", "golden-actor");
        return new StoryRecord(
                Kind.FRESH,
                contract.topic(),
                contract.type(),
                key,
                sequence,
                headers,
                GoldenEvents.json(contract, key));
    }

    /** The same event in another place of its aggregate's history. */
    StoryRecord at(long epoch, long place) {
        var moved = new LinkedHashMap<>(headers);
        moved.put("ce_id", "golden-%s-%s%d".formatted(key, epoch == 0 ? "" : epoch + "-", place));
        moved.put("ce_epoch", Long.toString(epoch));
        moved.put("ce_sequence", Long.toString(place));
        return new StoryRecord(kind, topic, type, key, place, moved, value);
    }

    /** An event that a later release publishes of the same aggregate. */
    StoryRecord ofTypeToCome() {
        var other = new LinkedHashMap<>(headers);
        var name = type.substring(0, type.lastIndexOf(".v")) + "-some-day.v1";
        other.put("ce_type", name);
        other.put("ce_dataschema", "/events/schemas/" + name + ".json");
        var json = "{\"someDay\": \"%s\"}".formatted(key);
        return new StoryRecord(Kind.UNKNOWN, topic, name, key, sequence, other, json.getBytes(StandardCharsets.UTF_8));
    }

    /** As a later release publishes it, which adds fields, also to what lies within. */
    StoryRecord withFieldsToCome() {
        return new StoryRecord(
                kind,
                topic,
                type,
                key,
                sequence,
                headers,
                GoldenEvents.withFieldsToCome(Objects.requireNonNull(value)));
    }

    StoryRecord as(Kind other) {
        return new StoryRecord(other, topic, type, key, sequence, headers, value);
    }

    StoryRecord poisonedValue(byte @Nullable [] other) {
        return new StoryRecord(Kind.POISON, topic, type, key, sequence, headers, other);
    }

    StoryRecord poisonedWithout(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new StoryRecord(Kind.POISON, topic, type, key, sequence, fewer, value);
    }

    StoryRecord poisonedKey(@Nullable String other) {
        return new StoryRecord(Kind.POISON, topic, type, other, sequence, headers, value);
    }

    /** As the plain Kafka client gives it. */
    public ConsumerRecord<byte[], byte[]> toConsumerRecord(long offset) {
        var kafkaHeaders = new RecordHeaders();
        headers.forEach((name, text) -> kafkaHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                topic,
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length(),
                value == null ? -1 : value.length,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value,
                kafkaHeaders,
                Optional.empty());
    }

    @Override
    public String toString() {
        return type + " of " + key + ", sequence " + sequence;
    }
}
