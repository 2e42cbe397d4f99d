package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class OutboxBacklogIT {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<String> PARCELS = List.of("parcels");

    @Test
    void theOldestEventIsFoundWhicheverLaneItIsIn(RealMongo mongo) {
        try (var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase(mongo.database());
            var parcels = database.getCollection("parcels");
            OutboxBacklog.prepare(parcels);
            var clock = Clock.fixed(NOW, ZoneOffset.UTC);
            assertThat(OutboxBacklog.of(database, PARCELS, clock)).isEqualTo(new OutboxBacklog(0, 0));

            parcels.insertMany(List.of(
                    parcel("busy", 0, Duration.ofMillis(20)),
                    parcel("stuck", 40, Duration.ofHours(1)),
                    parcel("late", 63, Duration.ofSeconds(3)),
                    new Document("_id", "done").append("lane", 0).append("outbox", List.of())));

            assertThat(OutboxBacklog.of(database, PARCELS, clock)).isEqualTo(new OutboxBacklog(3, 3_600_000));
        }
    }

    @Test
    void aSweepHandsOutItsLanesOldestFirstAndReadsNothingElse(RealMongo mongo) {
        try (var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase(mongo.database());
            var letters = database.getCollection("letters");
            letters.createIndex(Indexes.ascending("lane"), new IndexOptions().name("pending"));
            OutboxBacklog.prepare(letters);
            letters.insertMany(List.of(
                    parcel("busy", 0, Duration.ofMillis(20)),
                    parcel("of another", 40, Duration.ofHours(1)),
                    parcel("late", 63, Duration.ofSeconds(3)),
                    new Document("_id", "done").append("lane", 0).append("outbox", List.of())));
            var found = new ArrayList<String>();

            new OutboxSweep(database, List.of("letters"), () -> List.of(0, 63))
                    .step((_, document) -> found.add(document.getString("_id")));

            assertThat(found).containsExactly("late", "busy");
            var read = OutboxSweep.waiting(letters, List.of(0, 63))
                    .explain(ExplainVerbosity.EXECUTION_STATS)
                    .get("executionStats", Document.class);
            assertThat(read.getInteger("totalDocsExamined")).isEqualTo(2);
            assertThat(letters.listIndexes().map(index -> index.getString("name")))
                    .containsExactlyInAnyOrder("_id_", "pending_since");
        }
    }

    private static Document parcel(String id, int lane, Duration age) {
        var first = Date.from(NOW.minus(age));
        return new Document("_id", id)
                .append("lane", lane)
                .append("outbox", List.of(new Document("time", first), new Document("time", Date.from(NOW))));
    }
}
