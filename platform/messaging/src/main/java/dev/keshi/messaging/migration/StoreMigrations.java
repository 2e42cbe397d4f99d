package dev.keshi.messaging.migration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import dev.keshi.messaging.Lease;
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
import java.util.OptionalLong;
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
    private static final String LEASE_ID = "lease";
    private static final Lease LEASE = new Lease("holder", "until", "token");
    private static final Duration LEASED = Duration.ofSeconds(20);
    private static final String TOKEN = "token";
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final int BATCH = 1_000;
    private static final int INDEX_NOT_FOUND = 27;
    private static final int NAMESPACE_NOT_FOUND = 26;

    private final List<StoreMigration> declared;
    private final Duration leased;
    private final String holder = UUID.randomUUID().toString();

    /** @throws MigrationRefused when two have one id */
    public StoreMigrations(List<StoreMigration> declared) {
        this(declared, LEASED);
    }

    StoreMigrations(List<StoreMigration> declared, Duration leased) {
        this.leased = leased;
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
            var token = take(migrations);
            if (token.isEmpty()) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            } else if (!carryOut(database, new Ledger(migrations, token.getAsLong()), wanted)) {
                return false;
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

    /** One search through a large collection may take longer than the lease, so it is renewed beside the work. */
    private boolean carryOut(MongoDatabase database, Ledger ledger, BooleanSupplier wanted) {
        var renewal = Thread.ofVirtual().name("migrations-lease").start(() -> renewUntilInterrupted(ledger));
        try {
            // Another may have worked until just now.
            for (var migration : missing(ledger.migrations())) {
                if (!carryOut(database, ledger, migration, wanted)) {
                    return false;
                }
            }
            return true;
        } finally {
            renewal.interrupt();
            ledger.migrations().updateOne(and(eq("_id", LEASE_ID), LEASE.isOf(ledger.token())), LEASE.giveBack());
        }
    }

    private void renewUntilInterrupted(Ledger ledger) {
        var mine = and(eq("_id", LEASE_ID), LEASE.isOf(ledger.token()));
        try {
            boolean held = true;
            while (held) {
                Thread.sleep(leased.dividedBy(4));
                held = renewed(ledger.migrations(), mine);
            }
            log.warn("Another replica goes on with the migrations");
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever cannot renew for a while loses it, and learns that with the next step it wants to keep. */
    private boolean renewed(MongoCollection<Document> migrations, Bson mine) {
        try {
            return migrations.updateOne(mine, List.of(LEASE.renew(leased))).getMatchedCount() == 1;
        } catch (MongoException failure) {
            log.warn("The lease of the migrations is not renewed: {}", failure.toString());
            return true;
        }
    }

    /** @param token of the lease: with a higher one somebody else has begun */
    private record Ledger(MongoCollection<Document> migrations, long token) {

        /** Of a migration that nobody has gone on with since. */
        boolean write(StoreMigration migration, Bson change) {
            return migrations
                            .updateOne(and(eq("_id", migration.id()), eq(TOKEN, token)), change)
                            .getMatchedCount()
                    == 1;
        }
    }

    private boolean carryOut(MongoDatabase database, Ledger ledger, StoreMigration migration, BooleanSupplier wanted) {
        log.info("Migration {} begins or goes on", migration.id());
        var begun = begin(ledger, migration);
        for (int step = begun.getInteger("step"); step < migration.steps().size(); step++) {
            boolean done = switch (migration.steps().get(step)) {
                case Update update -> update(database, ledger, new Place(migration, step), update, wanted);
                case DropIndex index -> dropped(database, index);
                case DropCollection collection -> {
                    database.getCollection(collection.collection()).drop();
                    yield true;
                }
            };
            if (!done || !keep(ledger, new Place(migration, step + 1), null, 0)) {
                return false;
            }
        }
        var done = combine(set("status", "DONE"), currentDate("endedAt"));
        if (!ledger.write(migration, done)) {
            return false;
        }
        log.info("Migration {} is done", migration.id());
        return true;
    }

    /** One that was changed before it had ended begins again: what its steps have done is no longer to be done. */
    private static Document begin(Ledger ledger, StoreMigration migration) {
        var migrations = ledger.migrations();
        migrations.updateOne(
                eq("_id", migration.id()),
                combine(
                        setOnInsert("step", 0),
                        setOnInsert("documents", 0L),
                        setOnInsert("status", "RUNNING"),
                        max(TOKEN, ledger.token()),
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
    private boolean update(MongoDatabase database, Ledger ledger, Place place, Update update, BooleanSupplier wanted) {
        var collection = database.getCollection(update.collection());
        var kept = Objects.requireNonNull(
                ledger.migrations().find(eq("_id", place.migration().id())).first());
        Object last = kept.get("last");
        while (true) {
            var ids = ids(collection, update.stillToDo(), last);
            if (ids.isEmpty()) {
                break;
            }
            collection.updateMany(and(in("_id", ids), update.stillToDo()), update.pipeline());
            last = ids.getLast();
            if (!keep(ledger, place, last, ids.size()) || !wanted.getAsBoolean()) {
                return false;
            }
        }
        if (collection.find(update.stillToDo()).projection(include("_id")).first() != null && last != null) {
            // Written by the release before, behind the place: once more from the beginning.
            return keep(ledger, place, null, 0)
                    && advances(collection, update)
                    && update(database, ledger, place, update, wanted);
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

    /** @return false when somebody else goes on, because the lease was lost */
    private static boolean keep(Ledger ledger, Place place, @Nullable Object last, int documents) {
        return ledger.write(
                place.migration(),
                new Document("$set", new Document("step", place.step()).append("last", last))
                        .append("$inc", new Document("documents", (long) documents)));
    }

    private OptionalLong take(MongoCollection<Document> migrations) {
        migrations.updateOne(eq("_id", LEASE_ID), setOnInsert("until", new Date(0)), new UpdateOptions().upsert(true));
        var taken = migrations.findOneAndUpdate(
                and(eq("_id", LEASE_ID), LEASE.isFree()),
                List.of(LEASE.take(holder, leased)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return taken == null ? OptionalLong.empty() : OptionalLong.of(taken.getLong(TOKEN));
    }
}
