package dev.keshi.chaos.ledger;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record of Keshi's topics as it lies in Kafka. What it lacks is empty text or sequence 0. */
public record LoggedEvent(String topic, String key, String id, String type, long sequence, String json) {

    static LoggedEvent of(ConsumerRecord<byte[], byte[]> record) {
        String sequence = header(record.headers(), "ce_sequence");
        return new LoggedEvent(
                record.topic(),
                text(record.key()),
                header(record.headers(), "ce_id"),
                header(record.headers(), "ce_type"),
                sequence.matches("\\d{1,18}") ? Long.parseLong(sequence) : 0,
                text(record.value()));
    }

    JsonNode data() {
        return JsonMapper.shared().readTree(json);
    }

    String field(String name) {
        return data().path(name).asString("");
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s %s/%d %s".formatted(type, key, sequence, id);
    }
}
