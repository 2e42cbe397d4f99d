package dev.keshi.events.examples;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keshi.events.testkit.EventListenerContract;
import dev.keshi.events.testkit.SubscriptionUnderTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class DirectoryCopyTest {

    @Test
    void everyEventCountsOnceHoweverItArrives() {
        assertThatCode(() -> EventListenerContract.verify(DirectoryCopy.subscription(emptyDatabase()), () -> {
                    var database = emptyDatabase();
                    return SubscriptionUnderTest.of(DirectoryCopy.subscription(database), () -> people(database));
                }))
                .doesNotThrowAnyException();
    }

    private static DataSource emptyDatabase() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try {
            DirectoryCopy.makeTables(database);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return database;
    }

    private static Map<String, String> people(DataSource database) {
        var people = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, department from people")) {
            while (rows.next()) {
                people.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return people;
    }
}
