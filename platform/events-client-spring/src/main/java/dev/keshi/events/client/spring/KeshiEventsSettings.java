package dev.keshi.events.client.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param deadLetterTopic for the only subscription of the application; unless given it is named after the subscription, with {@code
 *     .dead-letters} behind
 * @param concurrency how many threads read, at most one for each partition
 */
@ConfigurationProperties("keshi.events")
record KeshiEventsSettings(
        @Nullable String deadLetterTopic, @DefaultValue("1") int concurrency) {

    String deadLetterTopicOf(String subscription) {
        return deadLetterTopic == null ? subscription + ".dead-letters" : deadLetterTopic;
    }
}
