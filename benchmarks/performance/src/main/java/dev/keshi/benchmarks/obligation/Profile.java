package dev.keshi.benchmarks.obligation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** What the server itself says of the queries that a service asked it, by its profiler: no rebuilt query that could differ. */
final class Profile {

    private static final String KEPT = "system.profile";
    private static final int ALL = 2;

    private final MongoDatabase asAdministrator;
    private final String collection;

    Profile(MongoDatabase asAdministrator, String collection) {
        this.asAdministrator = asAdministrator;
        this.collection = collection;
    }

    void begin() {
        level(0);
        asAdministrator.getCollection(KEPT).drop();
        asAdministrator.runCommand(
                new Document("create", KEPT).append("capped", true).append("size", 16L << 20));
        level(ALL);
    }

    /** @return of one query in the mean: keys and documents looked at, documents given; and how many queries there were */
    Map<String, Object> end() {
        level(0);
        var keys = new AtomicLong();
        var documents = new AtomicLong();
        var given = new AtomicLong();
        var queries = new AtomicLong();
        asAdministrator
                .getCollection(KEPT)
                .find(and(eq("ns", asAdministrator.getName() + '.' + collection), gte("keysExamined", 0)))
                .forEach(query -> {
                    queries.incrementAndGet();
                    keys.addAndGet(number(query, "keysExamined"));
                    documents.addAndGet(number(query, "docsExamined"));
                    given.addAndGet(number(query, "nreturned"));
                });
        double all = Math.max(1, queries.get());
        return Map.of(
                "queries", queries.get(),
                "keys", keys.get() / all,
                "documents", documents.get() / all,
                "given", given.get() / all);
    }

    private static long number(Document query, String field) {
        return query.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private void level(int level) {
        asAdministrator.runCommand(new Document("profile", level));
    }
}
