package dev.keshi.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The least that can be done with a topic: polls, counts, commits after each batch. The rivals' handler. */
public final class PlainConsumer {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> settings;
    private final String topic;
    private volatile boolean running = true;

    public PlainConsumer(String bootstrap, String group, String topic) {
        this.topic = topic;
        settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                "consumer",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000);
    }

    public void start() {
        running = true;
        Thread.ofPlatform().name("plain-consumer").daemon().start(this::run);
    }

    public void stop() {
        running = false;
    }

    private void run() {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (running) {
                var records = consumer.poll(POLL);
                records.forEach(record -> Sightings.handled(record.key()));
                if (!records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        }
    }
}
