package dev.keshi.events.client.jdbc;

import dev.keshi.events.client.AggregateKey;
import dev.keshi.events.client.ConcurrentAdvance;
import dev.keshi.events.client.Position;
import dev.keshi.events.client.SubscriberStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps positions in the table {@link JdbcPositions#TABLE} of the subscriber's database; handlers are given the connection of the
 * transaction and must write by it.
 */
public final class JdbcSubscriberStore implements SubscriberStore<Connection> {

    private final DataSource database;

    public JdbcSubscriberStore(DataSource database) {
        this.database = database;
    }

    @Override
    public <R extends @Nullable Object> R inTransaction(Work<Connection, R> work) throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                var result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack(connection);
                }
                connection.setAutoCommit(true);
            }
        }
    }

    /** A connection that is gone takes its transaction with it; what failed before is what is told. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // The server rolls back what was not committed.
        }
    }

    @Override
    public Optional<Position> position(Connection transaction, AggregateKey aggregate) throws SQLException {
        return JdbcPositions.read(transaction, aggregate);
    }

    @Override
    public void advance(Connection transaction, AggregateKey aggregate, Optional<Position> from, Position to)
            throws SQLException {
        if (!JdbcPositions.advance(transaction, aggregate, from, to)) {
            throw new ConcurrentAdvance(aggregate);
        }
    }

    @Override
    public boolean isUnavailable(Throwable failure) {
        return JdbcPositions.isUnavailable(failure);
    }
}
