package dev.keshi.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Other services as Kafka shows them: CloudEvents in binary mode from a plain producer, of any type and with any value. */
public final class Wire implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    public Wire(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** @param id also the record's event id */
    public record Sent(String id, String topic, String key, long sequence, String type, Instant time, String value) {}

    public void send(Sent event) {
        var record =
                new ProducerRecord<>(event.topic(), event.key(), event.value().getBytes(StandardCharsets.UTF_8));
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id());
        headers.put("ce_source", "/keshi/test");
        headers.put("ce_type", event.type());
        headers.put("ce_subject", "thing/" + event.key());
        headers.put("ce_time", event.time().toString());
        headers.put("ce_partitionkey", event.key());
        headers.put("ce_sequence", Long.toString(event.sequence()));
        headers.put("ce_epoch", "1");
        headers.put("ce_actor", "p-1");
        headers.put("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
