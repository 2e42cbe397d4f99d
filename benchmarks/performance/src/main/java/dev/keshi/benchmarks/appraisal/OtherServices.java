package dev.keshi.benchmarks.appraisal;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events as other services do: CloudEvents in binary mode, acknowledged by all. */
public final class OtherServices implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final String time = Instant.now().toString();

    public OtherServices(String kafka) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 5, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** @param sequence of the event within its aggregate, from 1 */
    public void publish(PublishedEvent event, String key, long sequence) {
        publish(event, key, sequence, UUID.randomUUID().toString());
    }

    /** @param id of the event */
    void publish(PublishedEvent event, String key, long sequence, String id) {
        var contract = EventCatalogue.describe(event.getClass());
        var record = new ProducerRecord<>(contract.topic(), key, json.writeValueAsBytes(event));
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "/keshi/bench");
        headers.put("ce_type", contract.type());
        headers.put("ce_subject", contract.aggregate() + "/" + key);
        headers.put("ce_time", time);
        headers.put("ce_partitionkey", key);
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_epoch", "1");
        headers.put("ce_actor", "system:bench");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record, (_, refused) -> {
            if (refused != null) {
                failure.set(refused);
            }
        });
    }

    /** Returns when Kafka has all. */
    public void flush() {
        producer.flush();
        var refused = failure.get();
        if (refused != null) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
