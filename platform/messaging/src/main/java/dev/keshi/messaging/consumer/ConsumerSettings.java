package dev.keshi.messaging.consumer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param concurrency threads that read; more replicas share the partitions too
 * @param fillGaps whether missing events are asked for in the archive
 * @param followEvery how long without the doorbell until an {@link EffectFollower} looks by itself, for what another replica has left and
 *     for what is to be tried again; one second to one hour
 */
@ConfigurationProperties("keshi.consumer")
public record ConsumerSettings(
        @DefaultValue("1") int concurrency,
        @DefaultValue("true") boolean fillGaps,
        @DefaultValue("3s") Duration followEvery) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    public ConsumerSettings {
        if (followEvery.compareTo(SHORTEST) < 0 || followEvery.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("keshi.consumer.follow-every: " + followEvery);
        }
    }
}
