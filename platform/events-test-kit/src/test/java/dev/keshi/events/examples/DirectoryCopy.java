package dev.keshi.events.examples;

import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.events.client.EventClient;
import dev.keshi.events.client.EventSubscription;
import dev.keshi.events.client.ReceivedEvent;
import dev.keshi.events.client.jdbc.JdbcPositions;
import dev.keshi.events.client.jdbc.JdbcSubscriberStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An ERP system's copy of who works where. */
public final class DirectoryCopy {

    static final String PEOPLE = "create table people (id varchar(100) primary key, department varchar(100))";

    private DirectoryCopy() {}

    /** What is wanted, where it is remembered, and what each event means. */
    static EventSubscription<Connection> subscription(DataSource database) {
        return EventSubscription.named("erp")
                .remembering(new JdbcSubscriberStore(database))
                .on(PersonHiredV1.class, DirectoryCopy::hired)
                .on(PersonTransferredV1.class, DirectoryCopy::transferred)
                .on(PersonSeparatedV1.class, DirectoryCopy::separated);
    }

    private static void hired(ReceivedEvent<PersonHiredV1> event, Connection transaction) throws SQLException {
        try (var insert = transaction.prepareStatement("insert into people (id, department) values (?, ?)")) {
            insert.setString(1, event.data().personId());
            insert.setString(2, event.data().departmentId());
            insert.executeUpdate();
        }
    }

    private static void transferred(ReceivedEvent<PersonTransferredV1> event, Connection transaction)
            throws SQLException {
        try (var update = transaction.prepareStatement("update people set department = ? where id = ?")) {
            update.setString(1, event.data().departmentId());
            update.setString(2, event.data().personId());
            update.executeUpdate();
        }
    }

    private static void separated(ReceivedEvent<PersonSeparatedV1> event, Connection transaction) throws SQLException {
        try (var delete = transaction.prepareStatement("delete from people where id = ?")) {
            delete.setString(1, event.data().personId());
            delete.executeUpdate();
        }
    }

    /** As a migration of the subscriber's database would: once. */
    static void makeTables(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (!connection.getMetaData().getTables(null, null, "PEOPLE", null).next()) {
                statement.execute(JdbcPositions.DDL);
                statement.execute(PEOPLE);
            }
        }
    }

    /** Settings of the plain Kafka client; production adds the security settings that the operators of Keshi give. */
    static Map<String, Object> kafka(String address) {
        return Map.of("bootstrap.servers", address);
    }

    /** Arguments: Kafka's address, the database's, and the topic of one's own that replays go to. */
    public static void main(String[] arguments) throws Exception {
        var database = new JdbcDataSource();
        database.setURL(arguments[1]);
        makeTables(database);
        var wanted = subscription(database).alsoFrom(arguments[2]);
        try (var client = EventClient.start(wanted, kafka(arguments[0]), "erp.dead-letters")) {
            Runtime.getRuntime().addShutdownHook(new Thread(client::close));
            new CountDownLatch(1).await();
        }
    }
}
