package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@RealInfrastructure(ownDatabase = true)
class OutboxBacklogIT {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<String> PARCELS = List.of("parcels");

    @Test
    void theOldestEventIsFoundHoweverBusyTheLanesBeforeItsAre(RealMongo mongo) {
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

    private static Document parcel(String id, int lane, Duration age) {
        var first = Date.from(NOW.minus(age));
        return new Document("_id", id)
                .append("lane", lane)
                .append("outbox", List.of(new Document("time", first), new Document("time", Date.from(NOW))));
    }
}
