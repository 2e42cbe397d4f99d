package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ClusteredIndexOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unique index refuses one write; what follows for its key has to wait. */
@RealInfrastructure(ownDatabase = true)
class EffectWriterIT {

    private final List<String> parked = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MongoClient client;
    private MongoDatabase database;
    private EffectWriter writer;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
        List.of("tasks", "notes").forEach(name -> database.getCollection(name).drop());
        database.getCollection("tasks").createIndex(Indexes.ascending("place"), new IndexOptions().unique(true));
        database.getCollection("tasks").insertOne(new Document("_id", "first").append("place", "taken"));
        writer = new EffectWriter(
                database,
                (_, record, refusal) -> {
                    parked.add(record.key() + record.offset());
                    reasons.add(refusal.reason());
                },
                new ConsumerMetrics(meters));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aKeyThatIsHeldBackInOneCollectionGoesOnInNoOther() {
        write(
                List.of(event("a", 1), event("a", 2), event("b", 1)),
                event -> List.of(
                        Effect.insert(
                                "tasks", "task", new Document("place", id(event).equals("a1") ? "taken" : id(event))),
                        Effect.insert("notes", "note", new Document("of", id(event)))));

        assertThat(parked).containsExactly("a1", "a2");
        assertThat(notes()).containsExactly("b1");
    }

    @Test
    void aKeyThatIsHeldBackIsHeldBackInAllLaterWritesOfTheBatch() {
        IntStream.rangeClosed(1, 1_500)
                .forEach(number -> database.getCollection("tasks")
                        .insertOne(new Document("_id", "a" + number).append("place", "a" + number)));
        var events = new ArrayList<Incoming>();
        events.add(event("a", 1));
        IntStream.range(0, 1_200).forEach(number -> events.add(event("b" + number, 1)));
        events.add(event("a", 2));
        events.add(event("c", 1));

        write(
                events,
                event -> List.of(Effect.update(
                        "tasks",
                        Filters.eq("_id", id(event)),
                        Updates.set("place", id(event).equals("a1") ? "taken" : "moved"))));

        assertThat(parked).containsExactly("a1", "a2");
        assertThat(database.getCollection("tasks").countDocuments(Filters.eq("place", "moved")))
                .isZero();
    }

    @Test
    void whatAnAggregateHasHeardOfALaterEpochNoEarlierOneUndoes() {
        database.getCollection("notes")
                .insertOne(new Document("_id", "n")
                        .append("version", 1L)
                        .append("heard", new Document("key", "a").append("sequence", 3L)));
        Function<Incoming, List<Effect>> handler = event -> List.of(new Effect.Advance(
                "notes", Filters.eq("_id", "n"), Updates.set("of", event.raw().id())));

        write(List.of(event("a", 2, 2), event("a", 4), event("a", 2, 2), event("a", 2, 3), event("a", 9)), handler);

        var note = database.getCollection("notes").find().first();
        assertThat(note).containsEntry("of", "a-2-3").containsEntry("version", 3L);
        assertThat(note.get("heard"))
                .isEqualTo(new Document("key", "a").append("sequence", 3L).append("epoch", 2L));
    }

    @Test
    void anotherEventUnderTheIdOfOneThatIsThereIsParkedAndARepetitionIsNot() {
        Function<Incoming, List<Effect>> handler = event -> List.of(Effect.insertAs(
                "notes",
                event.key().equals("forged") ? "a-1" : event.raw().id(),
                new Document("of", event.key()).append("sequence", event.raw().sequence()),
                "of",
                "sequence"));

        write(List.of(event("a", 1), event("forged", 1)), handler);
        write(List.of(event("a", 1), event("a", 2), event("forged", 2), event("a", 2)), handler);

        assertThat(parked).containsExactly("forged1", "forged2");
        assertThat(notes()).containsExactly("a", "a");
        assertThat(meters.counter("inbox_duplicate_total").count()).isEqualTo(2);
        assertThat(reasons).first().asString().contains("a-1", "of a", "sequence 1");
    }

    /** As shadows are: there the server names no index in what it says of an id that is taken. */
    @Test
    void aRepetitionIsKnownWhereDocumentsAreKeptInTheOrderOfTheirIds() {
        database.getCollection("notes").drop();
        database.createCollection(
                "notes",
                new CreateCollectionOptions()
                        .clusteredIndexOptions(new ClusteredIndexOptions(new Document("_id", 1), true)));
        database.getCollection("notes").createIndex(Indexes.ascending("place"), new IndexOptions().unique(true));
        Function<Incoming, List<Effect>> handler = event ->
                List.of(Effect.insert("notes", "note", new Document("of", id(event)).append("place", id(event))));

        write(List.of(event("a", 1)), handler);
        write(List.of(event("a", 1), event("a", 2)), handler);

        assertThat(parked).isEmpty();
        assertThat(notes()).containsExactly("a1", "a2");
        assertThat(meters.counter("inbox_duplicate_total").count()).isOne();

        write(
                List.of(event("b", 1)),
                event -> List.of(Effect.insert("notes", "note", new Document("of", "b").append("place", "a1"))));
        assertThat(parked).as("another index").containsExactly("b1");
    }

    @Test
    void anotherEventUnderTheIdOfOneThatIsThereIsParkedAlsoWhereWritesKeepTheirOrder() {
        database.getCollection("notes")
                .insertOne(new Document("_id", "n").append("of", "z").append("sequence", 1L));

        write(
                List.of(event("a", 1), event("b", 1)),
                event -> List.of(
                        Effect.update("notes", Filters.eq("_id", "other"), Updates.set("of", "nobody")),
                        Effect.insertAs(
                                "notes",
                                event.key().equals("a") ? "n" : "m",
                                new Document("of", event.key()).append("sequence", 1L),
                                "of",
                                "sequence")));

        assertThat(parked).containsExactly("a1");
        assertThat(notes()).containsExactlyInAnyOrder("z", "b");
    }

    @Test
    void whatIsPutWhereItStandsGetsTheStateOfTheLaterEventAlsoWithinOneBatch() {
        Function<Incoming, List<Effect>> handler = event -> List.of(put(event, "n-" + event.key()));

        write(List.of(event("a", 1), event("b", 2), event("a", 2), event("a", 1)), handler);
        write(List.of(event("b", 1), event("a", 2), event("b", 3)), handler);
        write(List.of(event("c", 9)), event -> List.of(put(event, "n-a")));

        assertThat(notes()).containsExactlyInAnyOrder("a2", "b3");
        assertThat(parked).isEmpty();
    }

    @Test
    void whatCameBeforeARefusedEventOfItsKeyIsWritten() {
        database.getCollection("tasks").insertOne(new Document("_id", "second").append("place", "free"));

        write(
                List.of(event("a", 1), event("a", 2), event("a", 3)),
                event -> id(event).equals("a2")
                        ? List.of(Effect.insertAs("tasks", "third", new Document("place", "taken")))
                        : List.of(
                                Effect.update("tasks", Filters.eq("_id", "second"), Updates.set("place", id(event)))));

        assertThat(parked).containsExactly("a2", "a3");
        assertThat(database.getCollection("tasks").countDocuments(Filters.eq("place", "a1")))
                .isOne();
    }

    @Test
    void noMoreIsTakenThanIsWrittenAtOnceHoweverMuchEachEventLeadsTo() {
        int each = 300;
        Function<Incoming, List<Effect>> handler = event -> IntStream.range(0, each)
                .mapToObj(number -> Effect.insert("notes", Integer.toString(number), new Document("of", id(event))))
                .toList();
        var effects = new Subscription.ToEffects("effects", Set.of("keshi.org.v1"), Set.of(), false, null, handler);
        var taken = new AtomicInteger();

        writer.write(
                effects,
                IntStream.rangeClosed(1, 20)
                        .mapToObj(number -> {
                            long written = database.getCollection("notes").countDocuments();
                            assertThat(taken.getAndAdd(each) - written).isLessThan(1_000 + each);
                            return PlannedEffects.of(effects, event("a", number), database.getCodecRegistry());
                        })
                        .iterator());

        assertThat(database.getCollection("notes").countDocuments()).isEqualTo(20L * each);
        assertThat(parked).isEmpty();
    }

    private static Effect put(Incoming event, String id) {
        var document = new Document("of", id(event)).append("version", 1L);
        var advance = new Effect.Advance("notes", Filters.eq("_id", id), Updates.set("of", id(event)));
        return new Effect.Create("notes", id, document, List.of(advance));
    }

    private void write(List<Incoming> events, Function<Incoming, List<Effect>> handler) {
        var effects = new Subscription.ToEffects("effects", Set.of("keshi.org.v1"), Set.of(), false, null, handler);
        writer.write(
                effects,
                events.stream()
                        .map(event -> PlannedEffects.of(effects, event, database.getCodecRegistry()))
                        .iterator());
    }

    private static String id(Incoming incoming) {
        return incoming.key() + incoming.raw().sequence();
    }

    private static Incoming event(String key, long sequence) {
        return event(key, 1, sequence);
    }

    private static Incoming event(String key, long epoch, long sequence) {
        return new Incoming(
                new ConsumerRecord<>("keshi.org.v1", 0, sequence, key, new byte[0]),
                new RawEvent(
                        epoch == 1 ? key + "-" + sequence : key + "-" + epoch + "-" + sequence,
                        null,
                        "keshi.org.position-revised.v1",
                        "keshi.org.v1",
                        "position",
                        key,
                        sequence,
                        epoch,
                        Instant.EPOCH,
                        "p-1",
                        null,
                        new byte[0]),
                null);
    }

    private List<String> notes() {
        return database.getCollection("notes")
                .find()
                .map(note -> note.getString("of"))
                .into(new ArrayList<>());
    }
}
