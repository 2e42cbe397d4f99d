package dev.keshi.events.client;

import dev.keshi.contracts.Envelope;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Key and headers of a record as text. */
final class Headers {

    private static final int LONGEST_IN_LOG = 200;

    private Headers() {}

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** In place of those of this name that are there. */
    static void put(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name);
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** What somebody else wrote, as long as a log takes it. */
    static String forTheLog(String text) {
        return text.length() <= LONGEST_IN_LOG ? text : text.substring(0, LONGEST_IN_LOG) + "...";
    }

    static Envelope envelope(ConsumerRecord<byte[], byte[]> record) {
        var envelope = new Envelope();
        record.headers().forEach(header -> envelope.put(header.key(), header.value()));
        return envelope;
    }

    static Position position(Envelope envelope) throws Envelope.Incomplete {
        return new Position(envelope.epoch(), envelope.sequence());
    }
}
