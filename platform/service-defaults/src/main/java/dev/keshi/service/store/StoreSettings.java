package dev.keshi.service.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param maxPoolSize connections; more than requests at once plus relay and consumers
 * @param operationTimeout for one operation with its retries; past it the outcome is unknown
 */
@ConfigurationProperties("keshi.mongodb")
public record StoreSettings(
        @DefaultValue("64") int maxPoolSize,
        @DefaultValue("5s") Duration serverSelectionTimeout,
        @DefaultValue("2s") Duration waitQueueTimeout,
        @DefaultValue("10s") Duration operationTimeout) {}
