package dev.keshi.messaging.migration;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class StoreMigrationsIT {

    private static final Bson COUNT = new Document(
            "$set",
            new Document("runs", new Document("$add", List.of(new Document("$ifNull", List.of("$runs", 0)), 1)))
                    .append("kind", new Document("$literal", "$new")));
    private static final StoreMigration FIRST =
            StoreMigration.of("2026-01-01.1 things have a kind").update("things", exists("kind", false), COUNT);

    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
        database.getCollection("migrations").drop();
        things = database.getCollection("things");
        things.drop();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void migrationsRunOnceAndInTheOrderOfTheirIds() {
        things.insertOne(new Document("_id", "a"));
        var second = StoreMigration.of("2026-01-01.2 kinds have a name")
                .update(
                        "things",
                        exists("name", false),
                        new Document("$set", new Document("name", new Document("$concat", List.of("$kind", "!")))));

        assertThat(new StoreMigrations(List.of(second, FIRST)).run(database, () -> true))
                .isTrue();
        assertThat(new StoreMigrations(List.of(FIRST, second)).run(database, () -> true))
                .isTrue();

        assertThat(things.find().first().getString("name")).isEqualTo("$new!");
        assertThat(things.find().first().getInteger("runs")).isEqualTo(1);
        assertThat(database.getCollection("migrations").find(eq("status", "DONE")))
                .extracting(document -> document.getString("_id"))
                .containsExactly(FIRST.id(), second.id());
    }

    @Test
    void aMigrationThatIsBrokenOffFiftyTimesChangesEachDocumentOnce() {
        fill(60_000);
        int attempts = 0;
        boolean done = false;
        while (!done) {
            var batches = new AtomicInteger();
            done = new StoreMigrations(List.of(FIRST)).run(database, () -> batches.incrementAndGet() <= 1);
            // As after a crash: nobody gives the lease back, it runs out.
            database.getCollection("migrations")
                    .updateOne(eq("_id", "lease"), new Document("$set", new Document("holder", "somebody dead")));
            attempts++;
        }

        assertThat(attempts).isGreaterThan(50);
        assertThat(things.countDocuments(eq("runs", 1))).isEqualTo(60_000);
        assertThat(database.getCollection("migrations")
                        .find(eq("_id", FIRST.id()))
                        .first()
                        .getLong("documents"))
                .isEqualTo(60_000);
    }

    @Test
    void ofReplicasThatStartTogetherOneMigratesAndAllWait() throws Exception {
        fill(8_000);

        try (var replicas = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4)
                    .mapToObj(_ -> replicas.submit(() -> {
                        boolean done = new StoreMigrations(List.of(FIRST)).run(database, () -> true);
                        return done && things.countDocuments(exists("kind", false)) == 0;
                    }))
                    .toList();
            for (var replica : all) {
                assertThat(replica.get()).isTrue();
            }
        }

        assertThat(things.countDocuments(eq("runs", 1))).isEqualTo(8_000);
    }

    @Test
    void aLeaseOfADeadReplicaRunsOut() {
        things.insertOne(new Document("_id", "a"));
        database.getCollection("migrations")
                .insertOne(new Document("_id", "lease")
                        .append("holder", "somebody dead")
                        .append("until", new Date(System.currentTimeMillis() + 1_500)));

        assertThat(new StoreMigrations(List.of(FIRST)).run(database, () -> true))
                .isTrue();
        assertThat(things.countDocuments(eq("runs", 1))).isEqualTo(1);
    }

    /** The search for what is to be changed takes longer than the lease, whatever this machine can do. */
    @Test
    void oneLongSearchDoesNotLoseTheLeaseToAReplicaThatWaits() throws Exception {
        var leased = Duration.ofSeconds(2);
        things.insertOne(laborious(0));
        things.find(LABORIOUS).first();
        long started = System.nanoTime();
        things.find(LABORIOUS).first();
        long one = Math.max(1, System.nanoTime() - started);
        int count = Math.toIntExact(leased.toNanos() * 3 / one) + 1;
        things.insertMany(
                IntStream.range(1, count).mapToObj(StoreMigrationsIT::laborious).toList());
        var migration =
                StoreMigration.of(FIRST.id()).update("things", Filters.and(exists("kind", false), LABORIOUS), COUNT);

        try (var replicas = Executors.newFixedThreadPool(2)) {
            var all = IntStream.range(0, 2)
                    .mapToObj(_ -> replicas.submit(
                            () -> new StoreMigrations(List.of(migration), leased).run(database, () -> true)))
                    .toList();
            for (var replica : all) {
                assertThat(replica.get()).isTrue();
            }
        }

        assertThat(things.countDocuments(eq("runs", 1))).isEqualTo(count);
        assertThat(database.getCollection("migrations")
                        .find(eq("_id", "lease"))
                        .first()
                        .getLong("token"))
                .isEqualTo(1);
    }

    private static Document laborious(int number) {
        return new Document("_id", "l-%06d".formatted(number)).append("labour", 500_000);
    }

    /** Nobody can work that out beforehand. */
    private static final Bson LABORIOUS = Filters.expr(new Document(
            "$gte",
            List.of(
                    new Document(
                            "$reduce",
                            new Document("input", new Document("$range", List.of(0, "$labour")))
                                    .append("initialValue", 0)
                                    .append("in", new Document("$add", List.of("$$value", 1)))),
                    0)));

    @Test
    void whoeverWasPausedKeepsNothingAfterAnotherHasTakenOver() {
        fill(3_000);
        var first = new AtomicInteger();

        boolean done = new StoreMigrations(List.of(FIRST)).run(database, () -> {
            if (first.incrementAndGet() == 2) {
                database.getCollection("migrations")
                        .updateOne(eq("_id", "lease"), new Document("$set", new Document("until", new Date(0))));
                new StoreMigrations(List.of(FIRST)).run(database, () -> true);
            }
            return true;
        });

        assertThat(done).isFalse();
        assertThat(things.countDocuments(eq("runs", 1))).isEqualTo(3_000);
    }

    @Test
    void whatTheReleaseBeforeStillWritesIsChangedToo() {
        fill(1_500);
        var late = new AtomicInteger();

        boolean done = new StoreMigrations(List.of(FIRST)).run(database, () -> {
            if (late.incrementAndGet() == 2) {
                things.insertOne(new Document("_id", "!behind the place"));
            }
            return true;
        });

        assertThat(done).isTrue();
        assertThat(things.countDocuments(eq("runs", 1))).isEqualTo(1_501);
    }

    @Test
    void aMigrationThatWasChangedAfterItHadRunIsRefused() {
        new StoreMigrations(List.of(FIRST)).run(database, () -> true);
        var changed = StoreMigration.of(FIRST.id()).update("things", exists("other", false), COUNT);

        assertThatThrownBy(() -> new StoreMigrations(List.of(changed)).run(database, () -> true))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("was changed after it had run");
    }

    @Test
    void aMigrationThatIsChangedWhileItIsUnderWayBeginsAgain() {
        things.insertOne(new Document("_id", "a"));
        var id = "2026-01-05.1 two steps";
        var broken = StoreMigration.of(id)
                .update("things", exists("kind", false), COUNT)
                .update("things", exists("_id"), COUNT);
        assertThatThrownBy(() -> new StoreMigrations(List.of(broken)).run(database, () -> true))
                .isInstanceOf(MigrationRefused.class);
        var mended = StoreMigration.of(id)
                .update(
                        "things",
                        exists("before", false),
                        new Document("$set", new Document("before", new Document("$literal", "all"))))
                .update("things", exists("kind", false), COUNT);

        assertThat(new StoreMigrations(List.of(mended)).run(database, () -> true))
                .isTrue();

        assertThat(things.find().first().getString("before")).isEqualTo("all");
        assertThat(things.find().first().getString("kind")).isEqualTo("$new");
    }

    @Test
    void aMigrationThatComesTooLateForItsPlaceIsRefused() {
        new StoreMigrations(List.of(FIRST)).run(database, () -> true);
        var earlier = StoreMigration.of("2025-12-31.1 forgotten").dropCollection("never");

        assertThatThrownBy(() -> new StoreMigrations(List.of(earlier, FIRST)).run(database, () -> true))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("comes before " + FIRST.id());
    }

    @Test
    void theReleaseBeforeStartsOnAStoreThatIsAhead() {
        var next = StoreMigration.of("2026-01-02.1 of the next release").dropCollection("never");
        new StoreMigrations(List.of(FIRST, next)).run(database, () -> true);

        assertThat(new StoreMigrations(List.of(FIRST)).run(database, () -> true))
                .isTrue();
    }

    @Test
    void anUpdateThatLeavesItsDocumentsToDoIsRefusedInsteadOfRunningForEver() {
        things.insertOne(new Document("_id", "a"));
        var endless = StoreMigration.of("2026-01-03.1 never done").update("things", exists("_id"), COUNT);

        assertThatThrownBy(() -> new StoreMigrations(List.of(endless)).run(database, () -> true))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("still to be changed");
    }

    @Test
    void indexesAndCollectionsMayBeGoneAlready() {
        things.createIndex(Indexes.ascending("old"));
        var tidy = StoreMigration.of("2026-01-04.1 what nobody reads")
                .dropIndex("things", "old_1")
                .dropIndex("things", "never_1")
                .dropIndex("nowhere", "never_1")
                .dropCollection("nowhere");

        assertThat(new StoreMigrations(List.of(tidy)).run(database, () -> true)).isTrue();
        assertThat(things.listIndexes())
                .extracting(index -> index.getString("name"))
                .containsExactly("_id_");
    }

    @Test
    void idsSayWhenAndWhat() {
        assertThatIllegalArgumentException().isThrownBy(() -> StoreMigration.of("kinds"));
        assertThatThrownBy(() -> new StoreMigrations(List.of(FIRST, FIRST))).isInstanceOf(MigrationRefused.class);
    }

    private void fill(int count) {
        things.insertMany(IntStream.range(0, count)
                .mapToObj(number -> new Document("_id", "t-%06d".formatted(number)))
                .toList());
    }
}
