package dev.keshi.messaging.consumer;

import dev.keshi.contracts.Envelope;
import dev.keshi.messaging.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A record of Kafka as a document, and back. Whatever somebody sends, it fits. */
final class LetterDocument {

    /** Ours have at most a million bytes. */
    private static final int MOST_KEPT = 4_000_000;

    /** An event has nine; each costs a document more than its bytes. */
    private static final int MOST_HEADERS = 100;

    private static final int MOST_OF_HEADERS = 65_536;
    private static final int MOST_OF_TEXT = 10_000;

    private LetterDocument() {}

    /** What a letter says of its record, under an id that the same record always has. */
    static Document of(String subscription, ConsumerRecord<String, byte[]> record, String reason) {
        var envelope = EventEnvelope.of(record.headers());
        var type = EventEnvelope.text(record.headers(), Envelope.TYPE);
        boolean kept = fits(record);
        // What the archive sends has no place on its topic, and comes as often as it is asked for.
        var place = record.partition() == ReplayedRecord.NO_PARTITION
                ? EventEnvelope.text(record.headers(), Envelope.ID)
                : Long.toString(record.offset());
        var id = subscription + "|" + record.topic() + "|" + record.partition() + "|" + place;
        return new Document("_id", id)
                .append("subscription", subscription)
                .append("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("key", shown(key(record)))
                .append("keyless", record.key() == null)
                .append("type", type == null ? null : shown(type))
                .append("epoch", known(() -> EventPlace.counted(envelope.epoch())))
                .append("sequence", known(envelope::sequence))
                .append("reason", kept ? reason : reason + " (" + bytes(record) + " bytes, not kept)")
                .append("attempts", 0)
                .append("headers", kept ? headers(record) : List.of())
                .append("value", !kept || record.value() == null ? null : new Binary(record.value()));
    }

    private static List<Document> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new ArrayList<Document>();
        record.headers()
                .forEach(header -> headers.add(new Document("name", header.key())
                        .append("value", header.value() == null ? null : new Binary(header.value()))));
        return headers;
    }

    private static boolean fits(ConsumerRecord<String, byte[]> record) {
        long headers = bytesOfHeaders(record);
        return bytes(record) <= MOST_KEPT
                && headers <= MOST_OF_HEADERS
                && record.headers().toArray().length <= MOST_HEADERS;
    }

    private static long bytes(ConsumerRecord<String, byte[]> record) {
        return key(record).length() + (record.value() == null ? 0 : record.value().length) + bytesOfHeaders(record);
    }

    private static long bytesOfHeaders(ConsumerRecord<String, byte[]> record) {
        long bytes = 0;
        for (var header : record.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    static String shown(String text) {
        return text.length() <= MOST_OF_TEXT ? text : text.substring(0, MOST_OF_TEXT);
    }

    /** As everybody else understands it; what has no envelope is nobody's, and stands in no order. */
    private static @Nullable Long known(Attribute number) {
        try {
            return number.value();
        } catch (Envelope.Incomplete nobodys) {
            return null;
        }
    }

    private interface Attribute {
        long value() throws Envelope.Incomplete;
    }

    /** The record as it came from Kafka. */
    static ConsumerRecord<String, byte[]> record(Document letter) {
        var headers = new RecordHeaders();
        letter.getList("headers", Document.class).forEach(header -> {
            var value = header.get("value", Binary.class);
            headers.add(header.getString("name"), value == null ? null : value.getData());
        });
        var value = letter.get("value", Binary.class);
        return new ConsumerRecord<>(
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.getBoolean("keyless", false) ? null : letter.getString("key"),
                value == null ? null : value.getData(),
                headers,
                Optional.empty());
    }

    static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : record.key();
    }
}
