package dev.keshi.chaos.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record of Keshi's topics as it lies in Kafka. What it lacks is empty text or sequence 0. */
public record LoggedEvent(String topic, String key, String id, String type, long sequence, String json) {

    private static final Pattern OF_AGGREGATES = Pattern.compile("keshi\\.[a-z]+\\.v1");

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

    /** Keys of people, and what is replayed, lie on topics of their own, under keys that aggregates have too. */
    boolean isOfAnAggregate() {
        return OF_AGGREGATES.matcher(topic).matches();
    }

    /** @param path name of a field, of one inside another as {@code outer/inner}; {@code sequence} is that of the event */
    String field(String path) {
        if (path.equals("sequence")) {
            return Long.toString(sequence);
        }
        JsonNode found = JsonMapper.shared().readTree(json).at("/" + path);
        return found.isNull() ? "" : found.asString("");
    }

    List<String> fields(String name) {
        return JsonMapper.shared()
                .readTree(json)
                .path(name)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
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
