package dev.keshi.workflow;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Other services as Kafka shows them: CloudEvents in binary mode from a plain producer. */
public final class Wire implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();
    private final JsonMapper json = JsonMapper.builder().build();

    public Wire(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The next event of its aggregate; the record can be sent again. */
    public ProducerRecord<String, byte[]> happens(PublishedEvent event, Instant at) {
        var contract = EventCatalogue.describe(event.getClass());
        byte[] data = json.writeValueAsBytes(event);
        var key = json.readTree(data).get(contract.key()).asString();
        var record = new ProducerRecord<>(contract.topic(), key, data);
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/keshi/test");
        headers.put("ce_type", contract.type());
        headers.put("ce_subject", contract.aggregate() + "/" + key);
        headers.put("ce_time", at.toString());
        headers.put("ce_partitionkey", key);
        headers.put("ce_sequence", Long.toString(sequences.merge(key, 1L, Long::sum)));
        headers.put("ce_epoch", "1");
        headers.put("ce_actor", "system:test");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        again(record);
        return record;
    }

    /** The next event of the aggregate follows that sequence: a copy stands there. */
    public void standsAt(String key, long sequence) {
        sequences.put(key, sequence);
    }

    public void again(ProducerRecord<String, byte[]> record) {
        producer.send(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()));
    }

    public static String id(ProducerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
