package dev.keshi.reporting.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.keshi.contracts.Topics;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Between two batches of the archive, Kafka takes the one before. */
@RealInfrastructure(ownDatabase = true)
class LongReplayIT {

    private static final long LIMIT_MILLIS = 1_000;
    private static final int EVENTS = 2_500;

    @BeforeEach
    void forget(RealMongo mongo) {
        try (var client = MongoClients.create(mongo.uri())) {
            client.getDatabase(mongo.database()).getCollection(Fields.EVENTS).drop();
        }
    }

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

    @Test
    void whatIsReadOfALargeArchiveCostsWhatComesOfIt(RealMongo mongo) {
        var finds = new Finds();
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .addCommandListener(finds)
                .build();
        try (var client = MongoClients.create(settings)) {
            var database = client.getDatabase(mongo.database());
            new ArchiveConfiguration().archiveIndexes().createIn(database);
            database.getCollection(Fields.EVENTS)
                    .insertMany(IntStream.range(0, 20_000)
                            .mapToObj(number -> event(number)
                                    .append(Fields.KEY, "k-%05d".formatted(number % 5_000))
                                    .append(Fields.TOPIC, number % 100 == 0 ? Topics.WORKFLOW : Topics.ORG))
                            .toList());
            var archive = new MongoArchive(new MongoTemplate(client, mongo.database()));

            read(archive, new ArchiveSelection(Topics.WORKFLOW, List.of(), "thing", List.of(), null, null, null));
            assertThat(finds.examined(database)).isBetween(200L, 210L);
            read(archive, new ArchiveSelection(null, List.of(), null, List.of(), "k-00007", null, null));
            assertThat(finds.examined(database)).isBetween(4L, 20L);
            read(archive, new ArchiveSelection(null, List.of(), null, List.of(), null, null, null));
            assertThat(finds.examined(database)).isBetween(200L, 300L);
        }
    }

    private static void read(MongoArchive archive, ArchiveSelection selection) {
        try (var events = archive.read(selection, Optional.empty())) {
            assertThat(events.next(1_000)).isNotEmpty();
        }
    }

    /** The last search for places that was sent, to have the server explain its first batch. */
    private static final class Finds implements CommandListener {

        private volatile BsonDocument last = new BsonDocument();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("find") && event.getCommand().containsKey("sort")) {
                last = event.getCommand().clone();
            }
        }

        long examined(MongoDatabase database) {
            var find = new BsonDocument();
            List.of("find", "filter", "sort", "allowDiskUse").forEach(part -> find.append(part, last.get(part)));
            find.append("limit", last.get("batchSize"));
            var explained = database.runCommand(new Document("explain", find).append("verbosity", "executionStats"));
            return explained.get("executionStats", Document.class).getInteger("totalKeysExamined");
        }
    }

    private static Document event(int number) {
        return new Document(Fields.ID, "e-%05d".formatted(number))
                .append(Fields.SOURCE, "/keshi/test")
                .append(Fields.TYPE, "keshi.test.happened.v1")
                .append(Fields.TOPIC, Topics.ORG)
                .append(Fields.AGGREGATE, "thing")
                .append(Fields.KEY, "k-1")
                .append(Fields.SEQUENCE, (long) number)
                .append(Fields.EPOCH, 1L)
                .append(Fields.TIME, new Date(0))
                .append(Fields.ACTOR, "p-1")
                .append(Fields.JSON, new Binary(new byte[] {'{', '}'}));
    }
}
