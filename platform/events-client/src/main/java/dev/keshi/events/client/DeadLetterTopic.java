package dev.keshi.events.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The subscriber's own topic for dead letters: made if it is missing, and read from beginning to end. */
final class DeadLetterTopic {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterTopic.class);
    private static final int PARTITIONS = 6;
    private static final String LARGEST_RECORD = Integer.toString(8 * 1024 * 1024);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;

    DeadLetterTopic(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Letters are kept until they are settled and trimmed, not until some day. */
    void ensure(Admin admin) {
        try {
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                                .configs(Map.of(
                                        TopicConfig.RETENTION_MS_CONFIG,
                                        "-1",
                                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                        TopicConfig.CLEANUP_POLICY_DELETE,
                                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                        LARGEST_RECORD))))
                        .all()
                        .get();
            }
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(
                        "The dead-letter topic " + name + " is not there and cannot be made", failure.getCause());
            }
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
        refuseToForget(admin);
    }

    private void refuseToForget(Admin admin) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        try {
            var settings = Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            if (settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
                throw new IllegalStateException(
                        "The dead-letter topic " + name + " is compacted: letters would vanish");
            }
            if (!settings.get(TopicConfig.RETENTION_MS_CONFIG).value().equals("-1")) {
                log.warn(
                        "The dead-letter topic {} forgets by time: letters that nobody redrives in time are lost",
                        name);
            }
        } catch (ExecutionException notAllowed) {
            log.warn("Whether the dead-letter topic {} forgets cannot be seen: {}", name, notAllowed.toString());
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    List<TopicPartition> assign(KafkaConsumer<byte[], byte[]> consumer) {
        var partitions = consumer.partitionsFor(name, PATIENCE).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    /** Reads from where the consumer stands to where the topic ends now. */
    static void readToEnd(KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        var ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            var records = consumer.poll(Duration.ofMillis(200));
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("The end of the dead-letter topic was not reached");
            }
            records.forEach(each);
        }
    }
}
