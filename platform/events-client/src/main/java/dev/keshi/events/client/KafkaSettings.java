package dev.keshi.events.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** From what the subscriber says of Kafka (address, credentials, wishes) to the settings of each client. */
final class KafkaSettings {

    private static final int LARGEST_LETTER = 16 * 1024 * 1024;

    private final Map<String, Object> given;

    KafkaSettings(Map<String, ?> given) {
        this.given = Map.copyOf(given);
    }

    /** @throws org.apache.kafka.common.config.ConfigException when Kafka's clients cannot work with them */
    void check(String group) {
        new ConsumerConfig(groupConsumer(group));
        new ProducerConfig(letterWriter());
    }

    /** Of the group. Wishes are followed, except where promises depend on it. */
    Map<String, Object> groupConsumer(String group) {
        var settings = reader();
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        settings.putAll(known(ConsumerConfig.configNames()));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return promised(settings);
    }

    /** Of the dead letters: no group, from the beginning. */
    Map<String, Object> letterReader() {
        var settings = reader();
        settings.putAll(known(AdminClientConfig.configNames()));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return promised(settings);
    }

    Map<String, Object> letterWriter() {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.putAll(known(AdminClientConfig.configNames()));
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_LETTER);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) 2 * LARGEST_LETTER);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    Map<String, Object> admin() {
        return known(AdminClientConfig.configNames());
    }

    /** Milliseconds within which the group's consumer must poll again. */
    long pollInterval() {
        return Long.parseLong(String.valueOf(given.getOrDefault(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 300_000)));
    }

    private static Map<String, Object> reader() {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    private static Map<String, Object> promised(Map<String, Object> settings) {
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    private Map<String, Object> known(Set<String> names) {
        var settings = new HashMap<>(given);
        settings.keySet().retainAll(names);
        return settings;
    }
}
