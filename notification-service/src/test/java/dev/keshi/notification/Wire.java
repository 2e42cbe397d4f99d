package dev.keshi.notification;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.DepartmentOpenedV1;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    private Instant last = Instant.EPOCH;

    public Wire(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public static DepartmentOpenedV1 opened(String department, String name) {
        return new DepartmentOpenedV1(
                department, "D1", "DEPARTMENT", name, null, null, null, List.of(), LocalDate.EPOCH, 1);
    }

    /** The next event of its aggregate; the record can be sent again. */
    public ProducerRecord<String, byte[]> happens(PublishedEvent event, String actor) {
        var record = record(event, actor);
        again(record);
        return record;
    }

    public void again(ProducerRecord<String, byte[]> record) {
        producer.send(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()));
    }

    /** Into one partition, whatever its key. */
    public void send(ProducerRecord<String, byte[]> record, int partition) {
        producer.send(new ProducerRecord<>(record.topic(), partition, record.key(), record.value(), record.headers()));
    }

    /** Something that is no event. */
    public void foreign(String topic, String key, String value) {
        producer.send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    public void flush() {
        producer.flush();
    }

    public ProducerRecord<String, byte[]> record(PublishedEvent event, String actor) {
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
        headers.put("ce_time", now().toString());
        headers.put("ce_partitionkey", key);
        headers.put("ce_sequence", Long.toString(sequences.merge(key, 1L, Long::sum)));
        headers.put("ce_epoch", "1");
        headers.put("ce_actor", actor);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Later than that of the event before: of two in one millisecond nobody could say which is the newer one. */
    private synchronized Instant now() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last;
    }

    @Override
    public void close() {
        producer.close();
    }
}
