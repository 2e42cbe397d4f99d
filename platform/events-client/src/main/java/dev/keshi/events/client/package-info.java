/**
 * How a program outside of Keshi subscribes to its events. {@link dev.keshi.events.client.EventSubscription} says what it wants and where
 * it remembers how far it is; {@link dev.keshi.events.client.EventClient} reads it from Kafka; what cannot be handled goes to the
 * subscriber's own {@link dev.keshi.events.client.DeadLetters}. Handlers see every event once and in the order of its aggregate, although
 * the wire is at least once. Keshi's own services do not use this: they have the kit of platform/messaging.
 */
@NullMarked
package dev.keshi.events.client;

import org.jspecify.annotations.NullMarked;
