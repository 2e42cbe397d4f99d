package dev.keshi.events.examples;

import dev.keshi.events.client.DeadLetters;
import org.h2.jdbcx.JdbcDataSource;

/** For the operators of the ERP system: lists what is parked, and brings it back when its cause is mended. */
public final class RedriveParked {

    private RedriveParked() {}

    /** Arguments: Kafka's address, the database's, and {@code list} or {@code redrive}. */
    public static void main(String[] arguments) {
        var database = new JdbcDataSource();
        database.setURL(arguments[1]);
        var letters = DeadLetters.of(
                DirectoryCopy.subscription(database), DirectoryCopy.kafka(arguments[0]), "erp.dead-letters");

        letters.parkedKeys()
                .forEach(key -> System.out.printf(
                        "%s %s: %d letters since %s: %s%n",
                        key.topic(), key.key(), key.letters(), key.since(), key.reason()));
        if (arguments[2].equals("redrive")) {
            letters.redriveAll().forEach(System.out::println);
            letters.trim();
        }
    }
}
