package dev.keshi.reporting.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Which topics callers may have events sent to. */
final class ReplayTopics {

    private static final int SECONDS = 5;

    private final Map<String, Object> adminSettings;
    private final String prefix;

    ReplayTopics(Map<String, Object> adminSettings, String prefix) {
        this.adminSettings = adminSettings;
        this.prefix = prefix;
    }

    /** @throws ReplayProblem when the topic is not theirs or does not exist */
    void require(String topic) {
        if (!topic.startsWith(prefix)) {
            throw new ReplayProblem.TopicNotAllowed(topic, prefix);
        }
        if (!exists(topic)) {
            throw new ReplayProblem.NoSuchTopic(topic);
        }
    }

    /** @throws ReplayProblem.BrokerSilent when the broker does not say */
    boolean exists(String topic) {
        var admin = Admin.create(adminSettings);
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException
                    || failure.getCause() instanceof InvalidTopicException) {
                return false;
            }
            throw new ReplayProblem.BrokerSilent(failure);
        } catch (TimeoutException failure) {
            throw new ReplayProblem.BrokerSilent(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ReplayProblem.BrokerSilent(stopped);
        } finally {
            // Whoever waits was told; what is still asked of a silent broker is not waited for.
            admin.close(Duration.ZERO);
        }
    }
}
