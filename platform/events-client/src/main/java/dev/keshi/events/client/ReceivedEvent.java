package dev.keshi.events.client;

import dev.keshi.contracts.PublishedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a handler gets it.
 *
 * @param id unique for ever, and the same in every repetition: the idempotency key for whatever is done outside of the store
 * @param type logical name with version, for example {@code keshi.org.person-hired.v1}
 * @param topic where it was read
 * @param aggregate whose event it is: owner, kind and id
 * @param position its place among the events of the aggregate
 * @param time when it happened, by the clock of the service that published it
 * @param actor id of the person or integration client that caused it
 * @param traceparent W3C trace context of the command behind it; absent when that was not traced
 * @param data the contract record
 */
public record ReceivedEvent<E extends PublishedEvent>(
        String id,
        String type,
        String topic,
        AggregateKey aggregate,
        Position position,
        Instant time,
        String actor,
        @Nullable String traceparent,
        E data) {

    /** Id of the aggregate, which is the key of the record. */
    public String key() {
        return aggregate.id();
    }

    <S extends PublishedEvent> ReceivedEvent<S> as(Class<S> type) {
        return new ReceivedEvent<>(
                id, this.type, topic, aggregate, position, time, actor, traceparent, type.cast(data));
    }
}
