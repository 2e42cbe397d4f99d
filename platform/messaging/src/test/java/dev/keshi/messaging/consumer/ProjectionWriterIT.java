package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.PositionDefinedV1;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealMongo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes of many events at once lead to what one event after the other would have led to. */
@RealInfrastructure(ownDatabase = true)
class ProjectionWriterIT {

    private static final String TYPE = "keshi.org.position-defined.v1";
    private static final String REFUSED = "refused";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> parked = new ArrayList<>();
    private final Set<String> parkedKeys = new HashSet<>();
    private final Map<String, Refusal> reasons = new HashMap<>();
    private MongoClient client;
    private MongoDatabase database;
    private ProjectionWriter writer;

    @BeforeEach
    void connect(RealMongo mongo) {
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase(mongo.database());
        database.getCollection("copies").drop();
        writer = new ProjectionWriter(
                database,
                (subscription, record, refusal) -> {
                    parked.add(record.key() + record.offset());
                    if (!subscription.equals(DeadLetters.FOREIGN)) {
                        parkedKeys.add(record.key());
                    }
                    reasons.put(record.key() + record.offset(), refusal);
                },
                new ConsumerMetrics(meters));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aLaterValueOfTheSameBatchWinsAndAFieldThatWasTakenAwayIsGone() {
        deliver(event("a", 1, "title", "clerk"), event("a", 2, "note", "new"), event("a", 3, "title", null));

        assertThat(copy("a"))
                .isEqualTo(new Document("_id", "a")
                        .append("sequence", 3L)
                        .append("lastEvent", "a-3")
                        .append("note", "new"));
    }

    @Test
    void aBatchThatIsDeliveredAgainWithMoreChangesOnlyWhatIsNew() {
        deliver(event("a", 1, "title", "clerk"), event("a", 2, "title", "head"));
        deliver(
                event("a", 1, "title", "clerk"),
                event("a", 2, "title", "head"),
                event("a", 3, "note", "new"),
                event("b", 1, "title", "driver"));

        assertThat(copy("a"))
                .isEqualTo(new Document("_id", "a")
                        .append("sequence", 3L)
                        .append("lastEvent", "a-3")
                        .append("title", "head")
                        .append("note", "new"));
        assertThat(copy("b")).containsEntry("sequence", 1L);
        assertThat(parked).isEmpty();
        assertThat(meters.counter("inbox_duplicate_total").count()).isEqualTo(2);
    }

    @Test
    void aRepetitionIsCountedAlsoBesideWhatIsNew() {
        deliver(event("a", 1, "title", "clerk"), event("b", 1, "title", "driver"), event("b", 2, "note", "new"));

        deliver(event("a", 1, "title", "clerk"), event("c", 1, "title", "cook"));
        deliver(event("b", 2, "note", "new"), event("c", 2, "note", "new"), event("a", 2, "note", "new"));

        assertThat(meters.counter("inbox_duplicate_total").count()).isEqualTo(2);
        assertThat(copy("c")).containsEntry("sequence", 2L);
        assertThat(parked).isEmpty();
    }

    @Test
    void whatStandsBeforeARefusedEventIsWrittenBeforeItIsParked() {
        var copyWhenParked = new ArrayList<@Nullable Document>();
        writer = new ProjectionWriter(
                database, (_, _, _) -> copyWhenParked.add(copy("a")), new ConsumerMetrics(new SimpleMeterRegistry()));

        deliver(event("a", 1, "title", "clerk"), refused("a", 2), event("a", 3, "title", "head"));

        assertThat(copyWhenParked)
                .hasSize(2)
                .allSatisfy(copy -> assertThat(copy).containsEntry("sequence", 1L));
    }

    @Test
    void whatAUniqueIndexRefusesIsParkedWithWhatFollowsAndTheNeighboursAreWritten() {
        database.getCollection("copies")
                .createIndex(
                        Indexes.ascending("title"),
                        new IndexOptions().unique(true).sparse(true));

        deliver(
                event("a", 1, "title", "clerk"),
                event("b", 1, "title", "clerk"),
                event("b", 2, "note", "behind"),
                event("c", 1, "title", "driver"),
                event("a", 2, "note", "new"));
        deliver(event("c", 2, "title", "clerk"), event("a", 3, "note", "newer"), event("c", 3, "note", "behind"));

        assertThat(parked).containsExactly("b1", "b2", "c2", "c3");
        assertThat(reasons.get("b1").kind()).isEqualTo(Refusal.Kind.STORE);
        assertThat(reasons.get("b1").reason()).contains("E11000", "clerk");
        assertThat(reasons.get("b2")).isEqualTo(Refusal.BEHIND);
        assertThat(copy("a")).containsEntry("sequence", 3L).containsEntry("note", "newer");
        assertThat(copy("b")).isNull();
        assertThat(copy("c")).containsEntry("sequence", 1L).containsEntry("title", "driver");
    }

    @Test
    void aCopyThatWasDamagedStopsItsOwnKeyAtTheVeryEventThatDoesNotFit() {
        deliver(event("a", 1, "title", "clerk"), event("b", 1, "title", "driver"));

        deliver(
                event("a", 2, "note", "fits"),
                event("a", 3, "title.en", "does not fit below a text"),
                event("a", 4, "note", "behind"),
                event("b", 2, "title", "head"));

        assertThat(parked).containsExactly("a3", "a4");
        assertThat(reasons.get("a3").kind()).isEqualTo(Refusal.Kind.STORE);
        assertThat(reasons.get("a3").reason()).contains("title");
        assertThat(copy("a")).containsEntry("sequence", 2L).containsEntry("note", "fits");
        assertThat(copy("b")).containsEntry("sequence", 2L).containsEntry("title", "head");
    }

    @Test
    void aLaterEpochGoesOnFromWhereItsStoreWasRestoredToAndTheEarlierOneIsOver() {
        deliver(event("a", 1, "title", "clerk"), event("a", 2, "title", "head"), event("a", 3, "title", "chief"));
        deliver(
                incoming("a", 3, 2, "title", "deputy"),
                event("a", 4, "title", "never happened"),
                incoming("a", 4, 2, "note", "restored"));
        deliver(event("a", 3, "title", "chief"), event("a", 5, "title", "never happened either"));

        assertThat(copy("a"))
                .isEqualTo(new Document("_id", "a")
                        .append("sequence", 4L)
                        .append("epoch", 2L)
                        .append("lastEvent", "a-2-4")
                        .append("title", "deputy")
                        .append("note", "restored"));
        assertThat(parked).isEmpty();
        assertThat(meters.counter("inbox_duplicate_total").count()).isEqualTo(3);
    }

    @Test
    void aLaterEpochThatIsAheadMissesWhatIsBetween() {
        deliver(event("a", 1, "title", "clerk"));
        deliver(incoming("a", 4, 2, "title", "head"));

        assertThat(copy("a")).containsEntry("sequence", 1L).doesNotContainKey("epoch");
        assertThat(parked).containsExactly("a2004");
        assertThat(reasons.get("a2004").reason()).isEqualTo("gap: sequence 4 of epoch 2 follows 1 of epoch 1");
        assertThat(reasons.get("a2004").missing()).isEqualTo(new Refusal.Missing(1, 2, 3));
    }

    @Test
    void anAggregateThatBeginsAgainInALaterEpochHasNothingFromBefore() {
        deliver(event("a", 1, "title", "clerk"), event("a", 2, "note", "old"));
        deliver(incoming("a", 1, 2, "title", "driver"), incoming("a", 2, 2, "field", "new"));

        assertThat(copy("a"))
                .isEqualTo(new Document("_id", "a")
                        .append("sequence", 2L)
                        .append("epoch", 2L)
                        .append("lastEvent", "a-2-2")
                        .append("title", "driver")
                        .append("field", "new"));
    }

    @Test
    void anotherEventInThePlaceOfTheLastOneIsParkedAndHoldsNobodyBack() {
        deliver(event("a", 1, "title", "clerk"), event("a", 2, "title", "head"));
        deliver(another("a", 2), event("a", 2, "title", "head"), event("a", 3, "note", "new"));
        deliver(another("a", 2), event("a", 4, "note", "newer"), another("a", 4));

        assertThat(parked).containsExactly("a-2", "a-4");
        assertThat(parkedKeys).isEmpty();
        assertThat(reasons.get("a-2").kind()).isEqualTo(Refusal.Kind.TAKEN_PLACE);
        assertThat(reasons.get("a-2").reason()).isEqualTo("taken place: sequence 2 is that of event a-2");
        assertThat(copy("a"))
                .containsEntry("sequence", 4L)
                .containsEntry("title", "head")
                .containsEntry("note", "newer");
    }

    @Test
    void aCopyOfAnOlderReleaseTakesWhatComesInItsPlaceForARepetition() {
        database.getCollection("copies")
                .insertOne(new Document("_id", "a").append("sequence", 2L).append("title", "head"));

        deliver(event("a", 2, "title", "clerk"), event("a", 3, "note", "new"));

        assertThat(parked).isEmpty();
        assertThat(copy("a"))
                .containsEntry("title", "head")
                .containsEntry("sequence", 3L)
                .containsEntry("lastEvent", "a-3");
    }

    /** Repetitions, rewinds, restores, forgeries, gaps and refusals of six keys, cut into batches anywhere. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyDeliveryInAnyBatchesLeadsToWhatOneByOneLeadsTo(long seed) {
        var random = new Random(seed);
        var deliveries = deliveries(random);
        var model = new Model();
        deliveries.forEach(model::deliver);

        for (int from = 0, to; from < deliveries.size(); from = to) {
            to = Math.min(deliveries.size(), from + 1 + random.nextInt(40));
            deliver(deliveries.subList(from, to).toArray(Incoming[]::new));
        }

        assertThat(copies()).isEqualTo(model.copies);
        assertThat(byKey(parked)).isEqualTo(byKey(model.parked));
    }

    /** What is parked twice leads to no more than what is parked once. */
    private static Map<Character, List<String>> byKey(List<String> parked) {
        return parked.stream().distinct().collect(Collectors.groupingBy(id -> id.charAt(0)));
    }

    private List<Incoming> deliveries(Random random) {
        var deliveries = new ArrayList<Incoming>();
        var next = new HashMap<String, Long>();
        var epochs = new HashMap<String, Long>();
        for (int step = 0; step < 200; step++) {
            var key = String.valueOf((char) ('a' + random.nextInt(6)));
            long sequence = next.getOrDefault(key, 1L);
            long epoch = epochs.getOrDefault(key, 1L);
            int fate = random.nextInt(100);
            if (fate < 15) {
                sequence = 1 + random.nextLong(sequence);
            } else if (fate < 17) {
                sequence += 1 + random.nextInt(2);
            } else if (fate < 20) {
                sequence = 1 + random.nextLong(sequence);
                epochs.put(key, ++epoch);
                next.put(key, sequence);
            } else if (fate < 25) {
                epoch = 1 + random.nextLong(epoch);
            } else if (fate < 30) {
                deliveries.add(another(key, Math.max(1, sequence - 1), epoch));
                continue;
            }
            if (sequence == 40 + key.charAt(0) % 3) {
                deliveries.add(refused(key, sequence));
            } else {
                var value = sequence % 4 == 0 ? null : key + sequence;
                deliveries.add(incoming(key, sequence, epoch, "field" + sequence % 3, value));
            }
            if (epoch == epochs.getOrDefault(key, 1L)) {
                next.merge(key, sequence + 1, Math::max);
            }
        }
        return deliveries;
    }

    /** One event after the other. */
    private static final class Model {
        private final Map<String, Map<String, Object>> copies = new TreeMap<>();
        private final Map<String, EventPlace> places = new HashMap<>();
        private final Map<String, String> last = new HashMap<>();
        private final List<String> parked = new ArrayList<>();
        private final Set<String> parkedKeys = new HashSet<>();

        void deliver(Incoming incoming) {
            var key = incoming.key();
            var place = EventPlace.of(incoming);
            var id = incoming.raw().id();
            var stands = places.getOrDefault(key, EventPlace.NONE);
            if (parkedKeys.contains(key) || isRefused(incoming.event())) {
                parkedKeys.add(key);
                parked.add(key + incoming.record().offset());
            } else if (stands.equals(place)) {
                if (!id.equals(last.get(key))) {
                    parked.add(key + incoming.record().offset());
                }
            } else if (place.epoch() < stands.epoch()
                    || (place.epoch() == stands.epoch() && place.sequence() < stands.sequence())) {
                assertThat(stands.isFollowedBy(place)).isFalse();
            } else if (place.sequence() > stands.sequence() + 1) {
                parkedKeys.add(key);
                parked.add(key + incoming.record().offset());
            } else {
                var changed = new TreeMap<String, Object>(place.sequence() == 1 ? Map.of() : copies.get(key));
                change(incoming.event()).fields().forEach((field, value) -> {
                    if (value == null) {
                        changed.remove(field);
                    } else {
                        changed.put(field, value);
                    }
                });
                changed.put("sequence", place.sequence());
                if (place.epoch() > 1) {
                    changed.put("epoch", place.epoch());
                }
                copies.put(key, changed);
                places.put(key, place);
                last.put(key, id);
            }
        }
    }

    /** As the dispatcher does: what follows on a parked key never reaches the writer. */
    private void deliver(Incoming... batch) {
        var free = new ArrayList<Incoming>();
        for (var incoming : batch) {
            if (parkedKeys.contains(incoming.key())) {
                parked.add(incoming.key() + incoming.record().offset());
            } else {
                free.add(incoming);
            }
        }
        writer.write(new Subscription.ToProjection("test", "copies", "position", Map.of(TYPE, HANDLER)), free);
    }

    private static final Function<ReceivedEvent<PublishedEvent>, Projected> HANDLER = event -> {
        if (isRefused(event)) {
            throw new IllegalStateException("refused on purpose");
        }
        return change(event);
    };

    private static boolean isRefused(ReceivedEvent<PublishedEvent> event) {
        return event.actor().equals(REFUSED);
    }

    /** The actor carries the field's name, the trace its value. */
    private static Projected change(ReceivedEvent<PublishedEvent> event) {
        return Projected.set(Collections.singletonMap(event.actor(), event.traceparent()));
    }

    private Incoming refused(String key, long sequence) {
        return incoming(key, sequence, 1, REFUSED, null);
    }

    private Incoming event(String key, long sequence, String field, @Nullable String value) {
        return incoming(key, sequence, 1, field, value);
    }

    private Incoming incoming(String key, long sequence, long epoch, String field, @Nullable String value) {
        var id = epoch == 1 ? key + "-" + sequence : key + "-" + epoch + "-" + sequence;
        return incoming(id, key, sequence, epoch, epoch == 1 ? sequence : epoch * 1_000 + sequence, field, value);
    }

    private Incoming another(String key, long sequence) {
        return another(key, sequence, 1);
    }

    /** Another event in this place. */
    private Incoming another(String key, long sequence, long epoch) {
        long offset = epoch == 1 ? -sequence : -epoch * 1_000 - sequence;
        return incoming("another-" + key + offset, key, sequence, epoch, offset, "title", "forged");
    }

    private Incoming incoming(
            String id, String key, long sequence, long epoch, long offset, String field, @Nullable String value) {
        var data = new PositionDefinedV1(key, key, "clerk", null, null, null, null);
        var at = Instant.EPOCH;
        return new Incoming(
                new ConsumerRecord<>("keshi.org.v1", 0, offset, key, new byte[0]),
                new RawEvent(
                        id,
                        null,
                        TYPE,
                        "keshi.org.v1",
                        "position",
                        key,
                        sequence,
                        epoch,
                        at,
                        field,
                        value,
                        new byte[0]),
                new ReceivedEvent<>(
                        id,
                        TYPE,
                        "keshi.org.v1",
                        "position",
                        key,
                        sequence,
                        epoch,
                        at,
                        field,
                        value,
                        data,
                        new byte[0]));
    }

    private @Nullable Document copy(String key) {
        return database.getCollection("copies").find(new Document("_id", key)).first();
    }

    private Map<String, Map<String, Object>> copies() {
        var copies = new TreeMap<String, Map<String, Object>>();
        database.getCollection("copies").find().forEach(document -> {
            var fields = new LinkedHashMap<String, Object>(document);
            fields.remove("_id");
            fields.remove("lastEvent");
            copies.put(document.getString("_id"), fields);
        });
        return copies;
    }
}
