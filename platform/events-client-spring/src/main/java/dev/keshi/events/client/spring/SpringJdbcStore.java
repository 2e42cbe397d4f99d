package dev.keshi.events.client.spring;

import dev.keshi.events.client.AggregateKey;
import dev.keshi.events.client.ConcurrentAdvance;
import dev.keshi.events.client.Position;
import dev.keshi.events.client.SubscriberStore;
import dev.keshi.events.client.jdbc.JdbcPositions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps positions in the application's own database, in Spring's transaction: whatever a handler calls that takes part in it, repositories
 * and services included, is committed together with the position.
 */
public final class SpringJdbcStore implements SubscriberStore<JdbcClient> {

    private final DataSource database;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    public SpringJdbcStore(DataSource database, JdbcClient client, TransactionTemplate transactions) {
        this.database = database;
        this.client = client;
        this.transactions = transactions;
    }

    @Override
    public <R extends @Nullable Object> R inTransaction(Work<JdbcClient, R> work) throws Exception {
        try {
            return transactions.<R>execute(_ -> {
                try {
                    return work.in(client);
                } catch (RuntimeException unchecked) {
                    throw unchecked;
                } catch (Exception checked) {
                    throw new Checked(checked);
                }
            });
        } catch (Checked checked) {
            throw checked.exception;
        }
    }

    @Override
    public Optional<Position> position(JdbcClient transaction, AggregateKey aggregate) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return JdbcPositions.read(connection, aggregate);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    @Override
    public void advance(JdbcClient transaction, AggregateKey aggregate, Optional<Position> from, Position to)
            throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            if (!JdbcPositions.advance(connection, aggregate, from, to)) {
                throw new ConcurrentAdvance(aggregate);
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    @Override
    public boolean isUnavailable(Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || JdbcPositions.isUnavailable(failure);
    }

    /** Carries a checked exception through Spring, which takes the transaction back for unchecked ones only. */
    private static final class Checked extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Exception exception;

        Checked(Exception exception) {
            super(exception);
            this.exception = exception;
        }
    }
}
