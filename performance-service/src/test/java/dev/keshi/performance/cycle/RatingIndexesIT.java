package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.migration.StoreMigrations;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What is written with each rating is what some query takes. */
@RealInfrastructure(ownDatabase = true)
class RatingIndexesIT {

    @Test
    void aStoreOfAnEarlierStateHasTheIndexesOfANewOneAfterwards(RealMongo mongo) {
        try (var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase(mongo.database());
            var ratings = database.getCollection("ratings");
            // As the first and the second state declared them.
            ratings.createIndex(Indexes.ascending("state.raterId", "state.status", "_id"));
            ratings.createIndex(Indexes.ascending("state.appraisalId"));
            ratings.createIndex(Indexes.ascending("state.cycleId", "state.kind", "state.status"));
            ratings.createIndex(Indexes.ascending("state.appraisalId", "state.kind", "state.raterId"));

            assertThat(new StoreMigrations(List.of(MongoRatings.formerIndexes())).run(database, () -> true))
                    .isTrue();
            MongoRatings.indexes().createIn(database);

            assertThat(indexes(database))
                    .containsExactlyInAnyOrder(
                            new Document("_id", 1),
                            new Document("state.raterId", 1)
                                    .append("state.status", 1)
                                    .append("_id", 1),
                            new Document("state.appraisalId", 1)
                                    .append("state.kind", 1)
                                    .append("state.raterId", 1),
                            new Document("state.cycleId", 1)
                                    .append("state.kind", 1)
                                    .append("state.status", 1)
                                    .append("_id", 1));
        }
    }

    private static List<Document> indexes(MongoDatabase database) {
        return database.getCollection("ratings")
                .listIndexes()
                .map(index -> index.get("key", Document.class))
                .into(new ArrayList<>());
    }
}
