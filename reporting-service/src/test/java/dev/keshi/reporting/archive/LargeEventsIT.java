package dev.keshi.reporting.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import dev.keshi.contracts.Topics;
import dev.keshi.service.page.Position;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** However large events are, a service of 192 MB reads them all. */
@RealInfrastructure(ownDatabase = true)
class LargeEventsIT {

    private static final int EVENTS = 24;
    private static final int LARGE = 900_000;
    private static final int ROOM = 3_000_000;

    private final Replies replies = new Replies();
    private MongoClient client;
    private MongoCollection<Document> events;
    private MongoArchive archive;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .addCommandListener(replies)
                .build());
        var database = client.getDatabase(mongo.database());
        events = database.getCollection(Fields.EVENTS);
        events.drop();
        new ArchiveConfiguration().archiveIndexes().createIn(database);
        archive = new MongoArchive(new MongoTemplate(client, mongo.database()));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aReplayReadsAsManyAtATimeAsThereIsRoomFor() {
        insert(EVENTS, LARGE, "keshi.test.large.v1");
        var read = new ArrayList<Long>();

        try (var all = archive.read(
                new ArchiveSelection(Topics.ORG, List.of(), null, List.of(), null, null, null), Optional.empty())) {
            for (var part = all.next(1_000); !part.isEmpty(); part = all.next(1_000)) {
                assertThat(part).hasSizeLessThan(4);
                part.forEach(event -> read.add(event.sequence()));
            }
        }

        assertThat(read)
                .containsExactlyElementsOf(
                        IntStream.range(0, EVENTS).mapToObj(Long::valueOf).toList());
        assertThat(replies.largest).isBetween(LARGE, ROOM);
    }

    @Test
    void aPageEndsEarlierAndTheNextOneGoesOn() {
        insert(EVENTS, LARGE, "keshi.test.large.v1");
        var filter = new EventFilter("keshi.test", null, null, null, null);

        for (var order : List.of(EventOrder.OLDEST, EventOrder.NEWEST)) {
            var read = new ArrayList<Long>();
            var place = Optional.<Position>empty();
            boolean more = true;
            while (more) {
                var page = archive.find(filter, order, place, 100);
                assertThat(page.events()).isNotEmpty().hasSizeLessThan(4);
                page.events().forEach(event -> read.add(event.sequence()));
                place = Optional.of(MongoArchive.positionOf(order, page.events().getLast()));
                more = page.more();
            }
            assertThat(read).hasSize(EVENTS).doesNotHaveDuplicates();
        }
        assertThat(replies.largest).isBetween(LARGE, ROOM);
    }

    @Test
    void typesOfAnyLengthAndNumberAreSearchedByTheirBeginning() {
        for (int number = 0; number < 20; number++) {
            insert(1, 10, "advlong." + number + "x".repeat(LARGE));
        }
        assertThat(found("advlong")).hasSize(2);
        assertThat(archive.find(
                                new EventFilter("advlong.7", null, null, null, null),
                                EventOrder.NEWEST,
                                Optional.empty(),
                                5)
                        .more())
                .isFalse();
        events.drop();
        events.insertMany(IntStream.range(0, 1_200)
                .mapToObj(number -> event(number, 10, "advmany." + number))
                .toList());
        assertThat(found("advmany")).hasSize(100);
        assertThat(found("advmany.11")).hasSize(100);
        assertThat(found("advmany.1199")).hasSize(1);
        assertThat(found("adv.any")).isEmpty();
        assertThat(replies.largest).isLessThan(ROOM);
    }

    @Test
    void smallEventsAmongLargeOnesKeepTheirPlace() {
        events.insertMany(IntStream.range(0, 500)
                .mapToObj(number -> event(number, number % 50 == 7 ? LARGE : 7_000, "keshi.test.mixed.v1"))
                .toList());
        var read = new ArrayList<Long>();

        try (var all = archive.read(
                new ArchiveSelection(null, List.of(), null, List.of(), "k-1", null, null), Optional.empty())) {
            for (var part = all.next(1_000); !part.isEmpty(); part = all.next(1_000)) {
                assertThat(part.stream().mapToLong(event -> event.json().length).sum())
                        .isLessThan(ROOM);
                part.forEach(event -> read.add(event.sequence()));
            }
        }

        assertThat(read)
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(Long::valueOf).toList());
        assertThat(replies.largest).isLessThan(ROOM);
    }

    private List<EventView> found(String type) {
        return archive.find(new EventFilter(type, null, null, null, null), EventOrder.NEWEST, Optional.empty(), 100)
                .events();
    }

    private void insert(int count, int bytes, String type) {
        IntStream.range(0, count).forEach(number -> events.insertOne(event(number, bytes, type)));
    }

    private static Document event(int number, int bytes, String type) {
        return new Document(Fields.ID, "e-%05d".formatted(number) + type.hashCode())
                .append(Fields.SOURCE, "/keshi/test")
                .append(Fields.TYPE, type)
                .append(Fields.TOPIC, Topics.ORG)
                .append(Fields.AGGREGATE, "thing")
                .append(Fields.KEY, "k-1")
                .append(Fields.SEQUENCE, (long) number)
                .append(Fields.EPOCH, 1L)
                .append(Fields.TIME, new Date(number))
                .append(Fields.ACTOR, "p-1")
                .append(Fields.ARCHIVED_AT, new Date(0))
                .append(Fields.JSON, new Binary(("\"" + "x".repeat(bytes) + "\"").getBytes()));
    }

    /** How large the largest answer of the server was: what the service has to have room for. */
    private static final class Replies implements CommandListener {

        private volatile int largest;

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            int bytes = new RawBsonDocument(event.getResponse(), new BsonDocumentCodec())
                    .getByteBuffer()
                    .remaining();
            largest = Math.max(largest, bytes);
        }
    }
}
