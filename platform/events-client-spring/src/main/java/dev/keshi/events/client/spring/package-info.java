/**
 * Subscriptions as beans: each {@link dev.keshi.events.client.EventSubscription} runs in a container of Spring Kafka, with the settings
 * under {@code spring.kafka}, from the start of the application to its end.
 */
@NullMarked
package dev.keshi.events.client.spring;

import org.jspecify.annotations.NullMarked;
