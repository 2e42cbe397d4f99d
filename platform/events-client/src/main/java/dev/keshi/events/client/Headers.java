package dev.keshi.events.client;

import dev.keshi.contracts.Envelope;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Key and headers of a record as text. */
final class Headers {

    private Headers() {}

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
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
