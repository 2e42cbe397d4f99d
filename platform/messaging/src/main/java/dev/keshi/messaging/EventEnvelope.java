package dev.keshi.messaging;

import dev.keshi.contracts.Envelope;
import dev.keshi.messaging.consumer.RawEvent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: attributes are headers, the value is the event's JSON. */
public final class EventEnvelope {

    /** Of the value. Kafka's default limit of one record is 1 MiB; headers and framing need the rest. */
    public static final int MOST_BYTES = 1_000_000;

    private EventEnvelope() {}

    static ProducerRecord<String, byte[]> record(String source, String key, OutboxEntry event) {
        return record(
                event.topic(),
                new RawEvent(
                        event.id(),
                        source,
                        event.type(),
                        event.topic(),
                        event.aggregate(),
                        key,
                        event.sequence(),
                        event.epoch(),
                        event.time().toInstant(),
                        event.actor(),
                        event.traceparent(),
                        event.data().getData()));
    }

    /**
     * The record's own timestamp is that of its arrival: a topic forgets by it, and an event of last year that is replayed
     * today is not to be forgotten today.
     *
     * @param topic where it goes, which is not where it was published when it is replayed
     */
    public static ProducerRecord<String, byte[]> record(String topic, RawEvent event) {
        var record = new ProducerRecord<>(topic, event.key(), event.json());
        var headers = record.headers();
        put(headers, "content-type", "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, Envelope.ID, event.id());
        if (event.source() != null) {
            put(headers, Envelope.SOURCE, event.source());
        }
        put(headers, Envelope.TYPE, event.type());
        put(headers, Envelope.SUBJECT, event.aggregate() + "/" + event.key());
        put(headers, Envelope.TIME, event.time().toString());
        put(headers, "ce_dataschema", "/events/schemas/" + event.type() + ".json");
        put(headers, "ce_partitionkey", event.key());
        put(headers, Envelope.SEQUENCE, Long.toString(event.sequence()));
        put(headers, Envelope.EPOCH, Long.toString(event.epoch()));
        put(headers, Envelope.ACTOR, event.actor());
        if (event.traceparent() != null) {
            put(headers, Envelope.TRACE, event.traceparent());
        }
        return record;
    }

    /** To be judged by whoever asks it. */
    public static Envelope of(Headers headers) {
        var envelope = new Envelope();
        headers.forEach(header -> envelope.put(header.key(), header.value()));
        return envelope;
    }

    /** Null when the header is missing. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
