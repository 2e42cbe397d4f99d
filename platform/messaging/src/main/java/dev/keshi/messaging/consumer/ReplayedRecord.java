package dev.keshi.messaging.consumer;

import dev.keshi.messaging.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * An event that comes from the archive: the same headers, key and value as the first time, and headers that say where it
 * was published and what it is sent for.
 *
 * @param record as it was on its own topic; without a place there
 * @param end whether nothing more comes of what was asked for; then there is no event
 * @param failed whether it ends because the archive gave it up; then not all has been sent
 */
public record ReplayedRecord(ConsumerRecord<String, byte[]> record, Purpose purpose, boolean end, boolean failed) {

    private static final String OURS = "keshi_";
    public static final String TOPIC = "keshi_topic";
    public static final String REPLAY = "keshi_replay";
    private static final String REQUEST = "keshi_request";
    private static final String SUBSCRIPTION = "keshi_subscription";
    private static final String REBUILD = "keshi_rebuild";
    private static final String END = "keshi_end";
    private static final String FAILED = "failed";

    /** No partition of Kafka has this number. */
    static final int NO_PARTITION = -1;

    /**
     * What a service asked for.
     *
     * @param subscription the handler that gets the events
     * @param rebuildId for the rebuild of a read model; absent when it is for the one in use
     */
    public record Purpose(
            String requestId, String subscription, @Nullable String rebuildId) {}

    /**
     * @param topic where it goes
     * @param purpose absent when it is for a caller of the API
     */
    public static ProducerRecord<String, byte[]> of(
            String topic, RawEvent event, String replayId, @Nullable Purpose purpose) {
        var record = EventEnvelope.record(topic, event);
        put(record.headers(), TOPIC, event.topic());
        put(record.headers(), REPLAY, replayId);
        address(record.headers(), purpose);
        return record;
    }

    /** Follows the last event that a service asked for. */
    public static ProducerRecord<String, byte[]> end(String topic, String replayId, Purpose purpose) {
        return end(topic, replayId, purpose, "true");
    }

    /** Instead of the end of what a service asked for: it will not get all of it. */
    public static ProducerRecord<String, byte[]> failed(String topic, String replayId, Purpose purpose) {
        return end(topic, replayId, purpose, FAILED);
    }

    private static ProducerRecord<String, byte[]> end(String topic, String replayId, Purpose purpose, String how) {
        var record = new ProducerRecord<String, byte[]>(topic, null, purpose.requestId(), new byte[0]);
        put(record.headers(), REPLAY, replayId);
        put(record.headers(), END, how);
        address(record.headers(), purpose);
        return record;
    }

    /** Empty when nobody asked for it. */
    static Optional<ReplayedRecord> open(ConsumerRecord<String, byte[]> record) {
        var own = new RecordHeaders();
        var ours = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (!header.key().startsWith(OURS)) {
                own.add(header);
            } else if (header.value() != null) {
                ours.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        var request = ours.get(REQUEST);
        var subscription = ours.get(SUBSCRIPTION);
        if (request == null || subscription == null) {
            return Optional.empty();
        }
        var purpose = new Purpose(request, subscription, ours.get(REBUILD));
        var end = ours.get(END);
        return Optional.of(new ReplayedRecord(
                end == null ? asPublished(record, own, ours.getOrDefault(TOPIC, record.topic())) : record,
                purpose,
                end != null,
                FAILED.equals(end)));
    }

    private static ConsumerRecord<String, byte[]> asPublished(
            ConsumerRecord<String, byte[]> record, Headers own, String topic) {
        return new ConsumerRecord<>(
                topic,
                NO_PARTITION,
                record.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                own,
                Optional.empty());
    }

    private static void address(Headers headers, @Nullable Purpose purpose) {
        if (purpose != null) {
            put(headers, REQUEST, purpose.requestId());
            put(headers, SUBSCRIPTION, purpose.subscription());
            if (purpose.rebuildId() != null) {
                put(headers, REBUILD, purpose.rebuildId());
            }
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
