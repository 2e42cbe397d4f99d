package dev.keshi.events.client;

import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.events.client.jdbc.JdbcSubscriberStore;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A process of its own that dies, without any goodbye, before or after it commits to its database, and before it commits its offsets. */
final class KilledSubscriber {

    static final int DEPARTMENTS = 10;
    static final int EVENTS = 10;

    private KilledSubscriber() {}

    /** Arguments: Kafka, database, run, {@code before} or {@code after} or {@code never}, and at which transaction. Ends when it has all. */
    public static void main(String[] args) {
        var names = NamesTable.at(args[1]);
        var subscription = EventSubscription.named("killed-" + args[2])
                .remembering(new DyingStore(names, args[3], Integer.parseInt(args[4])))
                .on(DepartmentRenamedV1.class, NamesTable::insert);
        EventClient.start(subscription, Map.of("bootstrap.servers", args[0]), "killed-" + args[2] + ".dead-letters");
        while (!IntStream.range(0, DEPARTMENTS)
                .allMatch(each -> names.of(args[2] + "-" + each).contains("name-" + EVENTS))) {
            LockSupport.parkNanos(20_000_000);
        }
        Runtime.getRuntime().halt(0);
    }

    private static final class DyingStore extends DelegatingStore {
        private final AtomicInteger transactions = new AtomicInteger();
        private final String when;
        private final int last;

        DyingStore(NamesTable names, String when, int last) {
            super(new JdbcSubscriberStore(names.database()));
            this.when = when;
            this.last = last;
        }

        @Override
        public <R extends @Nullable Object> R inTransaction(Work<Connection, R> work) throws Exception {
            boolean dies = transactions.incrementAndGet() == last;
            var result = super.inTransaction(connection -> {
                var done = work.in(connection);
                if (dies && when.equals("before")) {
                    Runtime.getRuntime().halt(137);
                }
                return done;
            });
            if (dies && when.equals("after")) {
                Runtime.getRuntime().halt(137);
            }
            return result;
        }
    }
}
