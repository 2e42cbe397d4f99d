package dev.keshi.events.client;

import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.events.client.jdbc.JdbcPositions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A subscriber's own table: one row for each time its handler ran, so that what happens twice shows. */
final class NamesTable {

    private final DataSource database;

    private NamesTable(DataSource database) {
        this.database = database;
    }

    static NamesTable inMemory(String name) {
        return at("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    static NamesTable at(String url) {
        var h2 = new JdbcDataSource();
        h2.setURL(url);
        var table = new NamesTable(h2);
        table.run(
                "create table if not exists names (place bigint auto_increment primary key, department varchar(100), name varchar(100))");
        table.run(JdbcPositions.DDL.replace("create table", "create table if not exists"));
        return table;
    }

    DataSource database() {
        return database;
    }

    static void insert(ReceivedEvent<DepartmentRenamedV1> event, Connection transaction) throws SQLException {
        try (var insert = transaction.prepareStatement("insert into names (department, name) values (?, ?)")) {
            insert.setString(1, event.key());
            insert.setString(2, event.data().name());
            insert.executeUpdate();
        }
    }

    /** Its names in the order in which the handler wrote them. */
    List<String> of(String department) {
        var names = new ArrayList<String>();
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select name from names where department = ? order by place")) {
            select.setString(1, department);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return names;
    }

    /** {@code name-1} up to {@code name-<last>}. */
    static List<String> upTo(int last) {
        return java.util.stream.IntStream.rangeClosed(1, last)
                .mapToObj(sequence -> "name-" + sequence)
                .toList();
    }

    private void run(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
