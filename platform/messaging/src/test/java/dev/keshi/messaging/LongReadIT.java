package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.migration.StoreMigration;
import dev.keshi.messaging.migration.StoreMigrations;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Services give an operation a time limit; some of their work takes longer. */
@RealInfrastructure(ownDatabase = true)
class LongReadIT {

    private static final long LIMIT_MILLIS = 1_000;

    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .timeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .build());
        database = client.getDatabase(mongo.database());
        List.of("things", "migrations")
                .forEach(name -> database.getCollection(name).drop());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aReaderThatIsBusyBetweenBatchesReadsToTheEnd() {
        database.getCollection("things").insertMany(things(30));

        int read = 0;
        for (var thing : LongRead.of(database.getCollection("things"), empty()).batchSize(10)) {
            assertThat(thing.getString("_id")).isNotBlank();
            read++;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2 * LIMIT_MILLIS / 30));
        }

        assertThat(read).isEqualTo(30);
    }

    @Test
    void migrationsAndIndexesHaveNotTheTimeLimitOfARequest() {
        database.getCollection("things").insertMany(things(10));
        var migration = StoreMigration.of("2026-01-01.1 things have a kind")
                .update("things", exists("kind", false), new Document("$set", new Document("kind", "new")));
        var preparation = new StorePreparation(
                () -> database.withTimeout(1, TimeUnit.MILLISECONDS),
                new StoreMigrations(List.of(migration)),
                List.of(StoreIndexes.of("things", Indexes.ascending("kind"))));

        preparation.start();
        try {
            Eventually.holds(() -> preparation.health().getStatus().equals(Status.UP));
        } finally {
            preparation.stop();
        }

        assertThat(database.getCollection("things").countDocuments(exists("kind")))
                .isEqualTo(10);
    }

    private static List<Document> things(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Document("_id", "thing-" + number))
                .toList();
    }
}
