package dev.keshi.messaging.migration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import dev.keshi.messaging.migration.StoreMigration.DropCollection;
import dev.keshi.messaging.migration.StoreMigration.DropIndex;
import dev.keshi.messaging.migration.StoreMigration.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a store to where this release wants it. One replica at a time works, under a lease that is judged by the server's
 * clock; the others wait. What has run is remembered with its checksum, what is under way with its place.
 */
public final class StoreMigrations {

    private static final Logger log = LoggerFactory.getLogger(StoreMigrations.class);

    private static final String COLLECTION = "migrations";
    private static final String LEASE = "lease";
    private static final Duration LEASED = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final int BATCH = 1_000;
    private static final int INDEX_NOT_FOUND = 27;
    private static final int NAMESPACE_NOT_FOUND = 26;

    private final List<StoreMigration> declared;
    private final String holder = UUID.randomUUID().toString();

    /** @throws MigrationRefused when two have one id */
    public StoreMigrations(List<StoreMigration> declared) {
        this.declared = declared.stream()
                .sorted(Comparator.comparing(StoreMigration::id))
                .toList();
        var ids = new HashSet<String>();
        this.declared.forEach(migration -> {
            if (!ids.add(migration.id())) {
                throw new MigrationRefused("Two migrations have the id " + migration.id());
            }
        });
    }

    /**
     * Returns when everything that is declared has been done, by this replica or another.
     *
     * @param wanted false ends it after the batch that is being written
     * @return whether everything is done
     * @throws MigrationRefused when one was changed after it had run, or comes too late for its place in the order
     */
    public boolean run(MongoDatabase database, BooleanSupplier wanted) {
        if (declared.isEmpty()) {
            return true;
        }
        var migrations = database.getCollection(COLLECTION);
        while (wanted.getAsBoolean()) {
            var missing = missing(migrations);
            if (missing.isEmpty()) {
                return true;
            }
            if (lease(migrations)) {
                try {
                    // Another may have worked until just now.
                    for (var migration : missing(migrations)) {
                        if (!carryOut(database, migrations, migration, wanted)) {
                            return false;
                        }
                    }
                } finally {
                    giveBack(migrations);
                }
            } else {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
        return false;
    }

    /** What has to be done, in order. */
    private List<StoreMigration> missing(MongoCollection<Document> migrations) {
        var done = new ArrayList<Document>();
        migrations.find(eq("status", "DONE")).sort(ascending("_id")).into(done);
        var last = done.isEmpty() ? "" : done.getLast().getString("_id");
        var missing = new ArrayList<StoreMigration>();
        for (var migration : declared) {
            var before = done.stream()
                    .filter(document -> document.getString("_id").equals(migration.id()))
                    .findFirst();
            if (before.isEmpty()) {
                if (migration.id().compareTo(last) < 0) {
                    throw new MigrationRefused(
                            "Migration " + migration.id() + " comes before " + last + ", which has run already");
                }
                missing.add(migration);
            } else if (!migration.checksum().equals(before.get().getString("checksum"))) {
                throw new MigrationRefused("Migration " + migration.id() + " was changed after it had run");
            }
        }
        return missing;
    }

    private boolean carryOut(
            MongoDatabase database,
            MongoCollection<Document> migrations,
            StoreMigration migration,
            BooleanSupplier wanted) {
        log.info("Migration {} begins or goes on", migration.id());
        var begun = begin(migrations, migration);
        for (int step = begun.getInteger("step"); step < migration.steps().size(); step++) {
            boolean done = switch (migration.steps().get(step)) {
                case Update update -> update(database, migrations, new Place(migration, step), update, wanted);
                case DropIndex index -> dropped(database, index);
                case DropCollection collection -> {
                    database.getCollection(collection.collection()).drop();
                    yield true;
                }
            };
            if (!done || !keep(migrations, new Place(migration, step + 1), null, 0)) {
                return false;
            }
        }
        migrations.updateOne(
                eq("_id", migration.id()),
                List.of(new Document("$set", new Document("status", "DONE").append("endedAt", "$$NOW"))));
        log.info("Migration {} is done", migration.id());
        return true;
    }

    /** One that was changed before it had ended begins again: what its steps have done is no longer to be done. */
    private static Document begin(MongoCollection<Document> migrations, StoreMigration migration) {
        migrations.updateOne(
                eq("_id", migration.id()),
                combine(
                        setOnInsert("step", 0),
                        setOnInsert("documents", 0L),
                        setOnInsert("status", "RUNNING"),
                        setOnInsert("checksum", migration.checksum())),
                new UpdateOptions().upsert(true));
        var changed = migrations.updateOne(
                and(eq("_id", migration.id()), ne("checksum", migration.checksum())),
                combine(set("checksum", migration.checksum()), set("step", 0), unset("last")));
        if (changed.getModifiedCount() > 0) {
            log.warn("Migration {} was changed while it was under way and begins again", migration.id());
        }
        return Objects.requireNonNull(migrations.find(eq("_id", migration.id())).first());
    }

    private record Place(StoreMigration migration, int step) {}

    /** Along the ids; what was changed before a crash no longer matches, so going back a little is harmless. */
    private boolean update(
            MongoDatabase database,
            MongoCollection<Document> migrations,
            Place place,
            Update update,
            BooleanSupplier wanted) {
        var collection = database.getCollection(update.collection());
        var kept = Objects.requireNonNull(
                migrations.find(eq("_id", place.migration().id())).first());
        Object last = kept.get("last");
        while (true) {
            var ids = ids(collection, update.stillToDo(), last);
            if (ids.isEmpty()) {
                break;
            }
            collection.updateMany(and(in("_id", ids), update.stillToDo()), update.pipeline());
            last = ids.getLast();
            if (!keep(migrations, place, last, ids.size()) || !wanted.getAsBoolean()) {
                return false;
            }
        }
        if (collection.find(update.stillToDo()).projection(include("_id")).first() != null && last != null) {
            // Written by the release before, behind the place: once more from the beginning.
            return keep(migrations, place, null, 0)
                    && advances(collection, update)
                    && update(database, migrations, place, update, wanted);
        }
        return true;
    }

    /** A change that leaves its documents to be changed again would never end. */
    private static boolean advances(MongoCollection<Document> collection, Update update) {
        var one = collection.find(update.stillToDo()).projection(include("_id")).first();
        if (one != null) {
            var same = and(eq("_id", one.get("_id")), update.stillToDo());
            collection.updateOne(same, update.pipeline());
            if (collection.find(same).first() != null) {
                throw new MigrationRefused("A document of " + update.collection()
                        + " is still to be changed after it was changed: " + update.said());
            }
        }
        return true;
    }

    private static List<Object> ids(MongoCollection<Document> collection, Bson stillToDo, @Nullable Object last) {
        return collection
                .find(last == null ? stillToDo : and(gt("_id", last), stillToDo))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(BATCH)
                .map(document -> Objects.requireNonNull(document.get("_id")))
                .into(new ArrayList<>());
    }

    private static boolean dropped(MongoDatabase database, DropIndex index) {
        try {
            database.getCollection(index.collection()).dropIndex(index.name());
        } catch (MongoCommandException failure) {
            if (failure.getErrorCode() != INDEX_NOT_FOUND && failure.getErrorCode() != NAMESPACE_NOT_FOUND) {
                throw failure;
            }
        }
        return true;
    }

    /** @return false when the lease was lost: somebody else goes on */
    private boolean keep(MongoCollection<Document> migrations, Place place, @Nullable Object last, int documents) {
        if (!lease(migrations)) {
            return false;
        }
        migrations.updateOne(
                eq("_id", place.migration().id()),
                new Document("$set", new Document("step", place.step()).append("last", last))
                        .append("$inc", new Document("documents", (long) documents)));
        return true;
    }

    /** Takes or renews it. */
    private boolean lease(MongoCollection<Document> migrations) {
        var mine = and(
                eq("_id", LEASE),
                expr(new Document(
                        "$or",
                        List.of(
                                new Document("$eq", List.of("$holder", holder)),
                                new Document("$lte", List.of("$until", "$$NOW"))))));
        var take = List.<Bson>of(new Document(
                "$set",
                new Document("holder", holder)
                        .append("until", new Document("$add", List.of("$$NOW", LEASED.toMillis())))));
        migrations.updateOne(eq("_id", LEASE), setOnInsert("until", new Date(0)), new UpdateOptions().upsert(true));
        return migrations.updateOne(mine, take).getMatchedCount() == 1;
    }

    private void giveBack(MongoCollection<Document> migrations) {
        migrations.updateOne(and(eq("_id", LEASE), eq("holder", holder)), set("until", new Date(0)));
    }
}
