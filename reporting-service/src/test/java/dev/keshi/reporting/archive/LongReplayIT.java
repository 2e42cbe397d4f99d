package dev.keshi.reporting.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Between two batches of the archive, Kafka takes the one before. */
@RealInfrastructure(ownDatabase = true)
class LongReplayIT {

    private static final long LIMIT_MILLIS = 1_000;
    private static final int EVENTS = 2_500;

    @Test
    void theArchiveIsReadToItsEndHoweverLongThatTakes(RealMongo mongo) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .timeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .build();
        try (var client = MongoClients.create(settings)) {
            client.getDatabase(mongo.database())
                    .getCollection(Fields.EVENTS)
                    .insertMany(IntStream.range(0, EVENTS)
                            .mapToObj(LongReplayIT::event)
                            .toList());
            var archive = new MongoArchive(new MongoTemplate(client, mongo.database()));
            var all = new ArchiveSelection(null, List.of(), null, List.of(), "k-1", null, null);

            assertThat(archive.count(all)).hasValue(EVENTS);
            int read = 0;
            try (var events = archive.read(all, Optional.empty())) {
                for (var part = events.next(500); !part.isEmpty(); part = events.next(500)) {
                    read += part.size();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS / 2));
                }
            }
            assertThat(read).isEqualTo(EVENTS);
        }
    }

    private static Document event(int number) {
        return new Document(Fields.ID, "e-%05d".formatted(number))
                .append(Fields.SOURCE, "/keshi/test")
                .append(Fields.TYPE, "keshi.test.happened.v1")
                .append(Fields.TOPIC, "keshi.test.v1")
                .append(Fields.AGGREGATE, "thing")
                .append(Fields.KEY, "k-1")
                .append(Fields.SEQUENCE, (long) number)
                .append(Fields.EPOCH, 1L)
                .append(Fields.TIME, new Date(0))
                .append(Fields.ACTOR, "p-1")
                .append(Fields.JSON, new Binary(new byte[] {'{', '}'}));
    }
}
