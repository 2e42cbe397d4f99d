package dev.keshi.events.client;

import dev.keshi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A record as Keshi publishes it, to be made wrong in one respect or another. */
record Published(
        String topic,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String json) {

    static final String RENAMED = "keshi.org.department-renamed.v1";

    /** A department gets the name {@code name-<sequence>}. */
    static Published renamed(String department, long sequence) {
        return event(
                RENAMED,
                "department",
                department,
                sequence,
                "{\"departmentId\": \"%s\", \"name\": \"name-%d\", \"effectiveOn\": \"2026-11-21\"}"
                        .formatted(department, sequence));
    }

    static Published event(String type, String aggregate, String key, long sequence, String json) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", key + "-" + sequence);
        headers.put("ce_source", "/keshi/org-service");
        headers.put("ce_type", type);
        headers.put("ce_subject", aggregate + "/" + key);
        headers.put("ce_time", "2026-11-21T08:00:00Z");
        headers.put("ce_partitionkey", key);
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_epoch", "0");
        headers.put("ce_actor", "p-1");
        return new Published(Topics.ORG, key, headers, json);
    }

    Published with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Published(topic, key, more, json);
    }

    Published without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Published(topic, key, fewer, json);
    }

    Published key(@Nullable String other) {
        return new Published(topic, other, headers, json);
    }

    Published json(@Nullable String other) {
        return new Published(topic, key, headers, other);
    }

    Published topic(String other) {
        return new Published(other, key, headers, json);
    }

    ConsumerRecord<byte[], byte[]> received(long offset) {
        return new ConsumerRecord<>(
                topic,
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                bytes(key),
                bytes(json),
                kafkaHeaders(),
                Optional.empty());
    }

    ProducerRecord<byte[], byte[]> toSend() {
        return new ProducerRecord<>(topic, null, bytes(key), bytes(json), kafkaHeaders());
    }

    private RecordHeaders kafkaHeaders() {
        var all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
