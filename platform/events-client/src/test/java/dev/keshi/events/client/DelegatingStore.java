package dev.keshi.events.client;

import java.sql.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that does what another does, except where a test wants it otherwise. */
abstract class DelegatingStore implements SubscriberStore<Connection> {

    private final SubscriberStore<Connection> store;

    DelegatingStore(SubscriberStore<Connection> store) {
        this.store = store;
    }

    @Override
    public <R extends @Nullable Object> R inTransaction(Work<Connection, R> work) throws Exception {
        return store.inTransaction(work);
    }

    @Override
    public Optional<Position> position(Connection transaction, AggregateKey aggregate) throws Exception {
        return store.position(transaction, aggregate);
    }

    @Override
    public void advance(Connection transaction, AggregateKey aggregate, Optional<Position> from, Position to)
            throws Exception {
        store.advance(transaction, aggregate, from, to);
    }

    @Override
    public boolean isUnavailable(Throwable failure) {
        return store.isUnavailable(failure);
    }
}
