package dev.keshi.events.client.jdbc;

import dev.keshi.events.client.AggregateKey;
import dev.keshi.events.client.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of positions, in SQL that every database knows. */
public final class JdbcPositions {

    public static final String TABLE = "keshi_event_positions";

    /** Makes the table; to be run once by whoever makes the subscriber's other tables. */
    public static final String DDL = """
            create table keshi_event_positions (
                subscription varchar(120) not null,
                kind varchar(120) not null,
                aggregate_id varchar(200) not null,
                epoch bigint not null,
                sequence_number bigint not null,
                primary key (subscription, kind, aggregate_id))""";

    private static final String READ =
            "select epoch, sequence_number from keshi_event_positions where subscription = ? and kind = ? and aggregate_id = ?";
    private static final String INSERT = "insert into keshi_event_positions"
            + " (epoch, sequence_number, subscription, kind, aggregate_id) values (?, ?, ?, ?, ?)";
    private static final String UPDATE = "update keshi_event_positions set epoch = ?, sequence_number = ?"
            + " where subscription = ? and kind = ? and aggregate_id = ? and epoch = ? and sequence_number = ?";

    private JdbcPositions() {}

    public static Optional<Position> read(Connection connection, AggregateKey aggregate) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setString(1, aggregate.subscription());
            statement.setString(2, aggregate.kind());
            statement.setString(3, aggregate.id());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Position(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    /** @return false when the old position does not stand any more */
    public static boolean advance(Connection connection, AggregateKey aggregate, Optional<Position> from, Position to)
            throws SQLException {
        try (var statement = connection.prepareStatement(from.isPresent() ? UPDATE : INSERT)) {
            statement.setLong(1, to.epoch());
            statement.setLong(2, to.sequence());
            statement.setString(3, aggregate.subscription());
            statement.setString(4, aggregate.kind());
            statement.setString(5, aggregate.id());
            if (from.isPresent()) {
                statement.setLong(6, from.get().epoch());
                statement.setLong(7, from.get().sequence());
            }
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            if (isState(failure, "23")) {
                return false;
            }
            throw failure;
        }
    }

    /** Connections that cannot be had or broke, a server that ends or is full, and transactions that met each other. */
    public static boolean isUnavailable(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException sql
                            && (isState(sql, "08")
                                    || isState(sql, "40")
                                    || isState(sql, "53")
                                    || isState(sql, "57P"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isState(SQLException failure, String beginning) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(beginning);
    }
}
