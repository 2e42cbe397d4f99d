package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class ReadModelComparisonIT {

    private static final long LIMIT_MILLIS = 1_000;
    private static final int DOCUMENTS = 1_200;

    @Test
    void aComparisonMayTakeLongerThanOneOperation(RealMongo mongo) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .timeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .build();
        try (var client = MongoClients.create(settings)) {
            var database = client.getDatabase(mongo.database());
            var model = ReadModel.ofCopies("people");
            var people = IntStream.range(0, DOCUMENTS)
                    .mapToObj(number -> new Document("_id", "%05d".formatted(number)).append("sequence", 1L))
                    .toList();
            database.getCollection(model.collection()).insertMany(people.subList(1, DOCUMENTS));
            database.getCollection(model.shadow("r-1")).insertMany(people);
            var slowly = TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS) / DOCUMENTS;

            var outcome = new ReadModelComparison(
                            database, model, model.shadow("r-1"), Instant.EPOCH, () -> LockSupport.parkNanos(slowly))
                    .compareAndMend(Map.of());

            assertThat(outcome.documents()).isEqualTo(DOCUMENTS);
            assertThat(outcome.wrong()).isEqualTo(1);
            assertThat(database.getCollection(model.collection()).countDocuments())
                    .isEqualTo(DOCUMENTS);
        }
    }
}
