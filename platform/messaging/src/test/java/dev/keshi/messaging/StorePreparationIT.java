package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.migration.StoreMigrations;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries name the indexes that they take, and effects are once because an index is unique: nobody works before there are any. */
@RealInfrastructure(ownDatabase = true)
class StorePreparationIT {

    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void nobodyWorksOnTheStoreWhileAnIndexCannotBeMade() {
        var cases = database.getCollection("cases");
        cases.insertMany(
                List.of(new Document("_id", 1).append("number", 7), new Document("_id", 2).append("number", 7)));
        var preparation = new StorePreparation(
                () -> database,
                new StoreMigrations(List.of()),
                List.of(StoreIndexes.of("cases", Indexes.ascending("number"), new IndexOptions().unique(true))));

        preparation.start();
        try {
            // Ten looks: two seconds, in which making the index has failed at least once.
            var looks = new AtomicInteger(10);
            assertThat(preparation.await(() -> looks.getAndDecrement() > 0)).isFalse();
            assertThat(preparation.isReady()).isFalse();

            var unused = cases.deleteOne(new Document("_id", 2));

            assertThat(preparation.await(() -> true)).isTrue();
            assertThat(preparation.isReady()).isTrue();
            assertThat(cases.listIndexes()).hasSize(2);
        } finally {
            preparation.stop();
        }
    }
}
