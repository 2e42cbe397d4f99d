package dev.keshi.test.events;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in Kafka, read as a CloudEvent in binary mode. What the record lacks is empty text or sequence 0, so that a
 * malformed event is seen as well.
 *
 * @param key key of the record
 * @param id header {@code ce_id}
 * @param type header {@code ce_type}
 * @param sequence header {@code ce_sequence}, 0 when there is none
 * @param headers all headers
 * @param json value of the record, empty for a tombstone
 */
public record SeenEvent(
        String topic,
        int partition,
        long offset,
        String key,
        String id,
        String type,
        long sequence,
        Map<String, String> headers,
        String json) {

    static SeenEvent of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new SeenEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                text(record.key()),
                headers.getOrDefault("ce_id", ""),
                headers.getOrDefault("ce_type", ""),
                Long.parseLong(headers.getOrDefault("ce_sequence", "0")),
                Map.copyOf(headers),
                text(record.value()));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s key=%s sequence=%d id=%s %s-%d@%d".formatted(type, key, sequence, id, topic, partition, offset);
    }
}
