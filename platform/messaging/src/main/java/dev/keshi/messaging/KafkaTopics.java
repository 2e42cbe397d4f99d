package dev.keshi.messaging;

import dev.keshi.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure of every topic before anything is sent or read, because brokers create none by themselves. Each service
 * does it for all topics, so that services may start in any order.
 */
public final class KafkaTopics {

    private static final Logger log = LoggerFactory.getLogger(KafkaTopics.class);
    private static final String RETENTION_MILLIS = Long.toString(TimeUnit.DAYS.toMillis(30));
    private static final String LONGEST_UNCOMPACTED_MILLIS = Long.toString(TimeUnit.DAYS.toMillis(1));

    private final Map<String, Object> adminSettings;
    private final String service;
    private boolean ensured;

    KafkaTopics(Map<String, Object> adminSettings, String service) {
        this.adminSettings = adminSettings;
        this.service = service;
    }

    /** @param service its name as an application: {@code workflow-service} */
    public static Topics.Layout replaysOf(String service) {
        return Topics.replays(shortName(service));
    }

    /** Where the service publishes: {@code keshi.workflow.v1}. */
    public static String of(String service) {
        return "keshi." + shortName(service) + ".v1";
    }

    private static String shortName(String service) {
        return service.replaceFirst("-service$", "");
    }

    /**
     * Waits as long as the broker cannot be reached.
     *
     * @param wanted false ends the wait
     * @return whether the topics are there
     */
    public synchronized boolean ensure(BooleanSupplier wanted) {
        while (!ensured && wanted.getAsBoolean()) {
            try (var admin = Admin.create(adminSettings)) {
                create(admin);
                ensured = true;
            } catch (ExecutionException | KafkaException failure) {
                // A name that is not known yet fails at once, before anything is asked.
                log.warn("Kafka does not answer yet: {}", String.valueOf(failure.getCause()));
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return ensured;
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing = Stream.concat(Topics.LAYOUTS.stream(), Stream.of(replaysOf(service)))
                .filter(layout -> !existing.contains(layout.topic()))
                .map(KafkaTopics::topic)
                .toList();
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Replication is the broker's default: 1 on a laptop, 3 in production. The broker stamps each record as it arrives: what it
     * forgets, and whether it takes a record at all, does not depend on the clock of a service.
     */
    private static NewTopic topic(Topics.Layout layout) {
        var topic = new NewTopic(layout.topic(), Optional.of(layout.partitions()), Optional.empty());
        var configs = new HashMap<String, String>();
        configs.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (layout.compacted()) {
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            configs.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, LONGEST_UNCOMPACTED_MILLIS);
        } else {
            configs.put(TopicConfig.RETENTION_MS_CONFIG, RETENTION_MILLIS);
        }
        return topic.configs(configs);
    }
}
