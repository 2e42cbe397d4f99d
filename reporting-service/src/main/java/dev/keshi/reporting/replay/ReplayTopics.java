package dev.keshi.reporting.replay;

import dev.keshi.messaging.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Which topics callers may have events sent to. */
final class ReplayTopics {

    private static final int SECONDS = 5;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Map<String, Object> adminSettings;
    private final String prefix;

    ReplayTopics(Map<String, Object> adminSettings, String prefix) {
        this.adminSettings = adminSettings;
        this.prefix = prefix;
    }

    /** @throws ReplayProblem when the topic is not the caller's or does not exist */
    void require(String caller, String topic) {
        var own = namespaceOf(caller);
        if (!topic.startsWith(own) || topic.length() == own.length()) {
            throw new ReplayProblem.TopicNotAllowed(topic, own);
        }
        if (!exists(topic)) {
            throw new ReplayProblem.NoSuchTopic(topic);
        }
    }

    /**
     * What names of the caller's topics begin with. No caller's is the beginning of another's; an id that would not do for that, or for the
     * name of a topic, stands there as its digest.
     */
    String namespaceOf(String caller) {
        return prefix + (PLAIN.matcher(caller).matches() ? caller : Ids.derived("replay-topics", caller)) + '.';
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
