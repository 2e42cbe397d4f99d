package dev.keshi.events.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscriber remembers how far each aggregate is: in the very transaction in which its handlers write. That is what makes a
 * repetition on the wire, or a process killed between two writes, harmless. {@code JdbcSubscriberStore} keeps it in a table; a
 * subscriber with another store implements these methods and proves them with the test kit.
 *
 * @param <T> the transaction that handlers are given
 */
public interface SubscriberStore<T> {

    /**
     * Runs the work in one transaction: commits when it returns, takes everything back when it throws, and passes on what it threw.
     */
    <R extends @Nullable Object> R inTransaction(Work<T, R> work) throws Exception;

    /** How far the aggregate is; empty when nothing of it was handled yet. */
    Optional<Position> position(T transaction, AggregateKey aggregate) throws Exception;

    /**
     * Notes the new position, under the condition that the old one still stands.
     *
     * @param from what {@link #position} said in this transaction
     * @throws ConcurrentAdvance when somebody else has moved it meanwhile, as a process does that does not know yet that it lost the
     *     partition; the transaction is taken back and the event looked at again
     */
    void advance(T transaction, AggregateKey aggregate, Optional<Position> from, Position to) throws Exception;

    /**
     * Whether the store itself is away, or asks to be tried again, so that no handler is to blame. Nothing is parked then: the
     * subscription waits until the store is back. What fails before a handler was called is taken for that anyway.
     */
    default boolean isUnavailable(Throwable failure) {
        return false;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T, R extends @Nullable Object> {
        R in(T transaction) throws Exception;
    }
}
