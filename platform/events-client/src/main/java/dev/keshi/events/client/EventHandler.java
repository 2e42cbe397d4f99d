package dev.keshi.events.client;

import dev.keshi.contracts.PublishedEvent;

/**
 * What a subscriber does with an event.
 *
 * @param <T> the transaction of the subscriber's store, for example {@link java.sql.Connection}
 */
@FunctionalInterface
public interface EventHandler<E extends PublishedEvent, T> {

    /**
     * Writes what the event means, by the transaction: it is committed together with the event's position, or not at all. What throws is
     * tried again a few times and then parked, errors included, except those of the virtual machine; {@link EventRefused} is parked at once.
     */
    void handle(ReceivedEvent<E> event, T transaction) throws Exception;
}
