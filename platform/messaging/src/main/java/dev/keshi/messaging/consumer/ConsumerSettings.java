package dev.keshi.messaging.consumer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param concurrency threads that read; more replicas share the partitions too
 * @param fillGaps whether missing events are asked for in the archive
 */
@ConfigurationProperties("keshi.consumer")
public record ConsumerSettings(
        @DefaultValue("1") int concurrency,
        @DefaultValue("true") boolean fillGaps) {}
