package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.operations.EventRange;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.EventEnvelope;
import dev.keshi.messaging.EventJson;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.MessagingApplication;
import dev.keshi.messaging.Shop;
import dev.keshi.messaging.consumer.ReplayedRecord.Purpose;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The test is the archive: it answers what the kit asks for. */
@RealInfrastructure(ownDatabase = true)
@SpringBootTest(classes = MessagingApplication.class, properties = "spring.application.name=recovery-it")
class RecoveryIT {

    private static final String COPIES = "copies/copies";
    private static final String REPLAYS = "keshi.recovery-it.replays.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private ParkedKeys parkedKeys;

    @Autowired
    private Rebuilds rebuilds;

    @Autowired
    private Recovery recovery;

    @Autowired
    private TopicOffsets offsets;

    @Autowired
    private ConsumerMetrics metrics;

    private final EventReader reader = new EventReader(new EventJson());
    private final JsonMapper json = JsonMapper.builder().build();
    private final String key = "position-" + UUID.randomUUID();
    private final List<RawEvent> archive = new CopyOnWriteArrayList<>();
    private KafkaProducer<String, byte[]> producer;
    private EventProbe asked;

    @BeforeEach
    void connect(RealKafka kafka) {
        mongo.getCollection("copies").deleteMany(new Document());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        asked = EventProbe.fromBeginning(kafka.bootstrap(), Topics.OPERATIONS);
    }

    @AfterEach
    void disconnect() {
        asked.close();
        producer.close();
    }

    @Test
    void whatIsMissingIsAskedForAndTheKeyGoesOnInOrder() {
        publish(event(1, "one"));
        keep(event(2, "two"));
        keep(event(3, "three"));
        publish(event(4, "four"));
        publish(event(5, "five"));

        var request = request(COPIES, key);
        assertThat(request.ranges())
                .filteredOn(range -> range.key().equals(key))
                .containsExactly(new EventRange(key, 2, 3));
        assertThat(request.sources()).containsExactly(Topics.ORG);
        assertThat(request.rebuildId()).isNull();
        answer(request, null);

        Eventually.holds(() -> copy() != null && copy().getLong("sequence") == 5);
        assertThat(copy().getString("title")).isEqualTo("five");
        Eventually.holds(() -> parkedKeys.list(Optional.empty(), "", 100).stream()
                .noneMatch(parked -> parked.key().equals(key)));
        assertThat(mongo.getCollection("dead_letters").countDocuments(new Document("key", key)))
                .isZero();
    }

    @Test
    void aHandlerWithoutTheGapGetsNothingTwice() {
        publish(event(1, "one"));
        keep(event(2, "two"));
        publish(event(3, "three"));
        answer(request(COPIES, key), null);
        Eventually.holds(() -> copy() != null && copy().getLong("sequence") == 3);

        assertThat(mongo.getCollection("effects").countDocuments(new Document("key", key)))
                .isEqualTo(2);
    }

    @Test
    void aSecondGapIsAskedForToo() {
        publish(event(1, "one"));
        keep(event(2, "two"));
        publish(event(3, "three"));
        keep(event(4, "four"));
        publish(event(5, "five"));

        answer(request(COPIES, key), null);
        answer(requestFrom(COPIES, key, 4), null);

        Eventually.holds(() -> copy() != null && copy().getLong("sequence") == 5);
    }

    @Test
    void aHoleThatTheArchiveHasTooIsNotAskedForAgainAtOnce() {
        publish(event(1, "one"));
        publish(event(10, "ten"));
        keep(event(5, "five"));
        var request = request(COPIES, key);
        answer(request, null);
        answer(request, null);
        sendNeighbour();

        Eventually.holds(() -> mongo.getCollection("dead_letters").countDocuments(new Document("key", key)) == 2);
        var parked = mongo.getCollection("parked_keys")
                .find(new Document("key", key))
                .first();
        assertThat(parked.getInteger("asked")).isEqualTo(1);
        assertThat(parked.getDate("lookAt")).isInTheFuture();
    }

    @Test
    void aSequenceBeyondAllOthersHoldsBackNoEarlierOne() {
        publish(event(1, "one"));
        publish(event(Long.MAX_VALUE, "forged"));
        publish(event(2, "two"));

        Eventually.holds(() -> copy() != null && copy().getLong("sequence") == 2);
    }

    @Test
    void whatTheArchiveDoesNotKnowStaysParked() {
        publish(event(1, "one"));
        publish(event(3, "three"));
        answer(request(COPIES, key), null);

        sendNeighbour();
        assertThat(copy().getLong("sequence")).isEqualTo(1);
        assertThat(parkedKeys.list(Optional.empty(), "", 100))
                .anyMatch(parked -> parked.key().equals(key) && parked.reason().equals("gap: sequence 3 follows 1"));
    }

    @Test
    void aDamagedCopyIsAsTheArchiveSaysAfterARebuild() {
        for (int number = 1; number <= 40; number++) {
            publish(event("-" + number, 1, "one"));
            publish(event("-" + number, 2, "two"));
        }
        Eventually.holds(() -> copies().countDocuments(Filters.eq("sequence", 2L)) == 40);
        copies().updateOne(Filters.eq("_id", key + "-1"), Updates.set("title", "damaged"));
        copies().deleteOne(Filters.eq("_id", key + "-2"));
        copies().insertOne(new Document("_id", key + "-never")
                .append("sequence", 3L)
                .append("title", "invented"));

        var done = rebuilt();

        assertThat(done.status()).isEqualTo(RebuildStatus.COMPLETED);
        var result = done.result();
        assertThat(result.documents()).isEqualTo(40);
        assertThat(result.mended()).isEqualTo(3);
        assertThat(result.after()).isEqualTo(result.archive()).isNotEqualTo(result.before());
        assertThat(copies().find(Filters.eq("_id", key + "-1")).first().getString("title"))
                .isEqualTo("two");
        assertThat(copies().countDocuments()).isEqualTo(40);
        // It is over before what was made beside it is gone.
        Eventually.holds(() -> mongo.getCollectionNames().stream().noneMatch(name -> name.startsWith("copies__")));
    }

    @Test
    void aReplicaThatDiesBetweenAskingAndKeepingThatItHasAskedTakesNothingAway() {
        publish(event(1, "one"));
        Eventually.holds(() -> copy() != null);
        var rebuild = rebuilds.start(CommandContext.of("p-1"), COPIES);
        var request = requestOf(rebuild.id(), new HashSet<>());
        Eventually.holds(() -> rebuilds.find(rebuild.id()).orElseThrow().status() == RebuildStatus.REPLAYING);
        copies().deleteOne(Filters.eq("_id", key));

        var store = mongo.getCollection("rebuilds");
        var rebuilding = Filters.eq("_id", rebuild.id());
        store.updateOne(
                rebuilding,
                Updates.combine(
                        Updates.set("state.status", "WAITING"),
                        Updates.set("state.round", 0),
                        Updates.set("state.requests", List.of()),
                        Updates.set("lease.holder", "the dead one"),
                        Updates.set("lease.until", Date.from(Instant.now().plusSeconds(600)))));
        answer(request, rebuild.id());
        Eventually.holds(() -> store.countDocuments(Filters.and(rebuilding, Filters.exists("delivered"))) == 1);
        store.updateOne(rebuilding, Updates.set("lease.until", Date.from(Instant.EPOCH)));

        Eventually.eventually(
                PATIENCE,
                () -> assertThat(rebuilds.find(rebuild.id()).orElseThrow().status())
                        .isEqualTo(RebuildStatus.COMPLETED));
        assertThat(rebuilds.find(rebuild.id()).orElseThrow().result().mended()).isEqualTo(1);
        assertThat(copy().getString("title")).isEqualTo("one");
    }

    @Test
    void aRebuildOfWhatIsRightChangesNothing() {
        for (int number = 1; number <= 10; number++) {
            publish(event("-" + number, 1, "one"));
        }
        Eventually.holds(() -> copies().countDocuments() == 10);

        var result = rebuilt().result();

        assertThat(result.mended()).isZero();
        assertThat(result.before()).isEqualTo(result.archive()).isEqualTo(result.after());
    }

    @Test
    void whatChangesDuringARebuildIsNeitherLostNorUndone() {
        publish(event(1, "one"));
        Eventually.holds(() -> copy() != null);
        var rebuild = rebuilds.start(CommandContext.of("p-1"), COPIES);
        var first = requestOf(rebuild.id(), new HashSet<>());
        publish(event(2, "two"));
        Eventually.holds(() -> copy().getLong("sequence") == 2);
        archive.removeIf(event -> event.sequence() == 2);
        answer(first, rebuild.id());

        var again = requestOf(rebuild.id(), new HashSet<>(List.of(first.requestId())));
        assertThat(again.ranges()).containsExactly(new EventRange(key, 2, 2));
        keep(event(2, "two"));
        answer(again, rebuild.id());

        Eventually.holds(() -> rebuilds.find(rebuild.id()).orElseThrow().status() == RebuildStatus.COMPLETED);
        var done = rebuilds.find(rebuild.id()).orElseThrow();
        assertThat(done.rounds()).isEqualTo(2);
        assertThat(done.result().after()).isEqualTo(done.result().archive());
        assertThat(copy().getString("title")).isEqualTo("two");
    }

    @Test
    void whatARestoredProducerGaveOutAgainIsTheSameAfterARebuild() {
        publish(event(1, "one"));
        publish(event(2, "two"));
        publish(event(3, "three"));
        publish(event(4, "four"));
        publish(restored(event(3, "three again")));
        publish(event(4, "four"));
        publish(event(5, "too late"));
        publish(restored(event(4, "four again")));
        Eventually.holds(() -> copy() != null && Long.valueOf(2).equals(copy().getLong("epoch")));
        Eventually.holds(() -> copy().getLong("sequence") == 4);
        assertThat(copy().getString("title")).isEqualTo("four again");

        var right = rebuilt().result();
        assertThat(right.mended()).isZero();
        assertThat(right.before()).isEqualTo(right.archive()).isEqualTo(right.after());

        copies().replaceOne(
                        Filters.eq("_id", key), new Document("sequence", 5L).append("title", "as before the restore"));
        var mended = rebuilt().result();
        assertThat(mended.mended()).isEqualTo(1);
        assertThat(mended.after()).isEqualTo(right.after());
    }

    @Test
    void whatIsMissingBeforeARestoreIsAskedFor() {
        publish(event(1, "one"));
        keep(event(2, "two"));
        publish(restored(event(3, "three")));

        var request = request(COPIES, key);
        assertThat(request.ranges())
                .filteredOn(range -> range.key().equals(key))
                .containsExactly(new EventRange(key, 2, 2));
        answer(request, null);

        Eventually.holds(() -> copy() != null && copy().getLong("sequence") == 3);
        assertThat(copy()).containsEntry("epoch", 2L);
    }

    @Test
    void anOlderEventOfTheSameSequenceIsNotWhatIsMissing() {
        publish(event(1, "one"));
        publish(event(2, "two"));
        publish(event(3, "three"));
        publish(restored(event(2, "two again")));
        keep(restored(event(3, "three again")));
        publish(restored(event(4, "four")));

        answer(request(COPIES, key), null);

        Eventually.holds(() -> copy() != null && copy().getLong("sequence") == 4);
        assertThat(copy()).containsEntry("epoch", 2L).containsEntry("title", "four");
        Eventually.holds(() -> parkedKeys.list(Optional.empty(), "", 100).stream()
                .noneMatch(parked -> parked.key().equals(key)));
    }

    @Test
    void twoEventsInOnePlaceAreSeenAndGivenUpAndNoRebuildFailsBecauseOfThem() {
        publish(event(1, "one"));
        Eventually.holds(() -> copy() != null);
        publish(forged(event(1, "forged")));
        publish(event(2, "two"));
        Eventually.holds(() -> copy().getLong("sequence") == 2);

        var parked = parkedKeys.list(Optional.empty(), "", 100).stream()
                .filter(some -> some.key().equals(key))
                .toList();
        assertThat(parked).singleElement().satisfies(some -> {
            assertThat(some.subscription()).isEqualTo(DeadLetters.FOREIGN);
            assertThat(some.reason()).isEqualTo("taken place: sequence 1 is that of event e-" + key + "-1");
        });
        assertThat(rebuilt().status()).isEqualTo(RebuildStatus.COMPLETED);

        assertThat(parkedKeys.redrive(parked.getFirst().id(), 10).released()).isTrue();
        assertThat(copy().getString("title")).isEqualTo("two");
    }

    private static RawEvent restored(RawEvent event) {
        return as(event, event.id() + "-restored", 2);
    }

    private static RawEvent forged(RawEvent event) {
        return as(event, event.id() + "-forged", 1);
    }

    private static RawEvent as(RawEvent event, String id, long epoch) {
        return new RawEvent(
                id,
                event.source(),
                event.type(),
                event.topic(),
                event.aggregate(),
                event.key(),
                event.sequence(),
                epoch,
                event.time(),
                event.actor(),
                event.traceparent(),
                event.json());
    }

    @Test
    void anArchiveWithAHoleFailsTheRebuildAndLeavesTheCopyAsItIs() {
        publish(event(1, "one"));
        publish(event(2, "two"));
        Eventually.holds(() -> copy() != null && copy().getLong("sequence") == 2);
        archive.removeIf(event -> event.sequence() == 1);

        var failed = rebuilt();

        assertThat(failed.status()).isEqualTo(RebuildStatus.FAILED);
        assertThat(failed.failure()).contains("gap: sequence 2 follows 0");
        assertThat(copy().getString("title")).isEqualTo("two");
    }

    @Test
    void onlyOneRebuildOfAReadModelAtATime() {
        assertThatThrownBy(() -> rebuilds.start(CommandContext.of("p-1"), "effects"))
                .isInstanceOf(RebuildProblem.Unknown.class);
        var rebuild = rebuilds.start(CommandContext.of("p-1"), COPIES);

        assertThatThrownBy(() -> rebuilds.start(CommandContext.of("p-2"), COPIES))
                .isInstanceOf(RebuildProblem.UnderWay.class);

        answer(requestOf(rebuild.id(), new HashSet<>()), rebuild.id());
        Eventually.holds(() -> rebuilds.find(rebuild.id()).orElseThrow().status() == RebuildStatus.COMPLETED);
        assertThat(onRecord(rebuild.id())).containsExactly("rebuild-started by p-1", "rebuild-ended COMPLETED");
    }

    @Test
    void aCopyThatThisServiceHasNotKeptBeforeBeginsWithTheArchive() {
        publish(event(1, "one"));
        Eventually.holds(() -> copy() != null);
        keep(event("-older", 1, "one"));
        keep(event("-older", 2, "two"));
        Eventually.holds(() -> offsets.places(List.of(Topics.ORG)).stream().anyMatch(place -> place.read() != null));
        mongo.getCollection("subscription_starts").deleteOne(Filters.eq("_id", COPIES));

        recovery.starts().check();

        var asked = mongo.getCollection("subscription_starts")
                .find(Filters.eq("_id", COPIES))
                .first()
                .getString("request");
        var request = await(some -> some.requestId().equals(asked));
        assertThat(request.ranges()).isEmpty();
        assertThat(request.rebuildId()).isNull();
        assertThat(request.aggregate()).isEqualTo("position");
        assertThat(recovery.starts().underWay()).containsExactly(COPIES);
        answer(request, null);
        Eventually.holds(() -> copies().countDocuments(Filters.eq("_id", key + "-older")) == 1);
        Eventually.holds(() -> recovery.starts().underWay().isEmpty());
        assertThat(copies().find(Filters.eq("_id", key + "-older")).first().getString("title"))
                .isEqualTo("two");
    }

    @Test
    void aHistoryThatTheArchiveGaveUpIsAskedForAgain() {
        publish(event(1, "one"));
        Eventually.holds(() -> copy() != null);
        Eventually.holds(() -> offsets.places(List.of(Topics.ORG)).stream().anyMatch(place -> place.read() != null));
        var given = "given-up-" + key;
        var starts = mongo.getCollection("subscription_starts");
        starts.updateOne(
                Filters.eq("_id", COPIES),
                Updates.combine(Updates.set("request", given), Updates.unset("endedAt")),
                new UpdateOptions().upsert(true));

        producer.send(ReplayedRecord.failed(REPLAYS, "r-1", new Purpose(given, COPIES, null)));
        Eventually.holds(() -> starts.countDocuments(Filters.exists("failedAt")) == 1);
        assertThat(recovery.starts().underWay()).containsExactly(COPIES);
        starts.updateOne(Filters.eq("_id", COPIES), Updates.set("failedAt", Date.from(Instant.EPOCH)));

        var again = await(some -> some.requestId().equals(Ids.derived("start", given)));
        assertThat(again.subscription()).isEqualTo(COPIES);
        assertThat(again.ranges()).isEmpty();
        answer(again, null);
        Eventually.holds(() -> recovery.starts().underWay().isEmpty());
    }

    @Test
    void whatAReplicaOfAnOlderStateGotOfANewReadModelIsAskedForAgain() {
        var request = "half-lost-" + key;
        var starts = mongo.getCollection("subscription_starts");
        starts.updateOne(
                Filters.eq("_id", COPIES),
                Updates.combine(Updates.set("request", request), Updates.unset("endedAt"), Updates.unset("failedAt")),
                new UpdateOptions().upsert(true));
        var purpose = new Purpose(request, COPIES, null);

        ofAnOlderState().handle(List.of(consumed(ReplayedRecord.of(REPLAYS, event(1, "one"), "r-1", purpose))));
        recovery.receiver(reader).handle(List.of(consumed(ReplayedRecord.end(REPLAYS, "r-1", purpose))));

        assertThat(recovery.starts().underWay()).containsExactly(COPIES);
        starts.updateOne(Filters.eq("_id", COPIES), Updates.set("failedAt", Date.from(Instant.EPOCH)));
        keep(event(1, "one"));
        answer(await(some -> some.requestId().equals(Ids.derived("start", request))), null);
        Eventually.holds(() -> recovery.starts().underWay().isEmpty());
        assertThat(copy()).containsEntry("title", "one");
    }

    @Test
    void aRebuildOfWhichAReplicaOfAnOlderStateGotAPartFails() {
        var rebuild = rebuilds.start(CommandContext.of("p-1"), COPIES);
        var request = requestOf(rebuild.id(), new HashSet<>());
        var purpose = new Purpose(request.requestId(), COPIES, rebuild.id());

        ofAnOlderState().handle(List.of(consumed(ReplayedRecord.of(REPLAYS, event(1, "one"), "r-1", purpose))));
        answer(request, rebuild.id());

        Eventually.holds(() -> rebuilds.find(rebuild.id()).orElseThrow().status() == RebuildStatus.FAILED);
        assertThat(rebuilds.find(rebuild.id()).orElseThrow().failure()).contains("does not know it");
    }

    private ReplayReceiver ofAnOlderState() {
        var none = new Subscriptions(List.of());
        var letters = new DeadLetters(mongo.getDb(), metrics, Clock.systemUTC());
        return new ReplayReceiver(
                new EventDispatcher(mongo.getDb(), none, reader, letters, metrics),
                none,
                recovery.starts(),
                rebuilds,
                () -> {});
    }

    private static ConsumerRecord<String, byte[]> consumed(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    @Test
    void aRebuildThatTheArchiveGaveUpFails() {
        var rebuild = rebuilds.start(CommandContext.of("p-1"), COPIES);
        var request = requestOf(rebuild.id(), new HashSet<>());

        producer.send(ReplayedRecord.failed(REPLAYS, "r-1", new Purpose(request.requestId(), COPIES, rebuild.id())));

        Eventually.holds(() -> rebuilds.find(rebuild.id()).orElseThrow().status() == RebuildStatus.FAILED);
        assertThat(rebuilds.find(rebuild.id()).orElseThrow().failure()).contains("gave the replay up");
        assertThat(onRecord(rebuild.id())).containsExactly("rebuild-started by p-1", "rebuild-ended FAILED");
    }

    private List<String> onRecord(String rebuildId) {
        return asked.await(2, event -> event.key().equals(rebuildId), PATIENCE).stream()
                .map(event -> event.type().equals("keshi.operations.rebuild-started.v1")
                        ? "rebuild-started by " + event.headers().get("ce_actor")
                        : event.json().replaceFirst(".*\"outcome\":\"(\\w+)\".*", "rebuild-ended $1"))
                .toList();
    }

    private Rebuild rebuilt() {
        var rebuild = rebuilds.start(CommandContext.of("p-1"), COPIES);
        var answered = new HashSet<String>();
        Eventually.eventually(PATIENCE, () -> {
            var now = rebuilds.find(rebuild.id()).orElseThrow();
            if (now.status() == RebuildStatus.REPLAYING && answered.size() < now.rounds()) {
                var request = requestOf(rebuild.id(), answered);
                answered.add(request.requestId());
                answer(request, rebuild.id());
            }
            assertThat(now.status()).isIn(RebuildStatus.COMPLETED, RebuildStatus.FAILED);
        });
        return rebuilds.find(rebuild.id()).orElseThrow();
    }

    private Request request(String subscription, String parkedKey) {
        return requestFrom(subscription, parkedKey, 0);
    }

    private Request requestFrom(String subscription, String parkedKey, long least) {
        return await(request -> request.subscription().equals(subscription)
                && request.rebuildId() == null
                && request.ranges().stream().anyMatch(range -> range.key().equals(parkedKey) && range.from() >= least));
    }

    private Request requestOf(String rebuildId, Set<String> known) {
        return await(request -> rebuildId.equals(request.rebuildId()) && !known.contains(request.requestId()));
    }

    private Request await(Predicate<Request> wanted) {
        return asked
                .await(
                        1,
                        event -> event.headers().get("ce_type").equals("keshi.operations.replay-requested.v1")
                                && wanted.test(json.readValue(event.json(), Request.class)),
                        PATIENCE)
                .stream()
                .map(event -> json.readValue(event.json(), Request.class))
                .findFirst()
                .orElseThrow();
    }

    record Request(
            String requestId,
            String topic,
            String subscription,
            @Nullable String rebuildId,
            List<String> sources,
            @Nullable String aggregate,
            List<String> types,
            List<EventRange> ranges) {}

    private void answer(Request request, @Nullable String rebuildId) {
        assertThat(request.topic()).isEqualTo(REPLAYS);
        var purpose = new Purpose(request.requestId(), request.subscription(), rebuildId);
        var events = new ArrayList<>(archive);
        events.sort(Comparator.comparing(RawEvent::key)
                .thenComparing(RawEvent::epoch)
                .thenComparing(RawEvent::sequence));
        events.stream()
                .filter(event -> request.ranges().isEmpty()
                        || request.ranges().stream()
                                .anyMatch(range -> range.key().equals(event.key())
                                        && LongStream.rangeClosed(range.from(), range.to())
                                                .anyMatch(sequence -> sequence == event.sequence())))
                .forEach(event -> producer.send(ReplayedRecord.of(REPLAYS, event, "r-1", purpose)));
        producer.send(ReplayedRecord.end(REPLAYS, "r-1", purpose));
        producer.flush();
    }

    private void publish(RawEvent event) {
        keep(event);
        producer.send(EventEnvelope.record(Topics.ORG, event));
    }

    private void keep(RawEvent event) {
        archive.add(event);
    }

    private void sendNeighbour() {
        publish(event("-neighbour", 1, "one"));
        Eventually.holds(
                () -> copies().find(Filters.eq("_id", key + "-neighbour")).first() != null);
    }

    private RawEvent event(long sequence, String title) {
        return event("", sequence, title);
    }

    private RawEvent event(String suffix, long sequence, String title) {
        var id = key + suffix;
        return new RawEvent(
                "e-" + id + "-" + sequence,
                "/keshi/test",
                Shop.TYPE,
                Topics.ORG,
                "position",
                id,
                sequence,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                "p-1",
                null,
                "{\"positionId\":\"%s\",\"title\":\"%s\",\"headcount\":1}"
                        .formatted(id, title)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private MongoCollection<Document> copies() {
        return mongo.getCollection("copies");
    }

    private @Nullable Document copy() {
        return copies().find(Filters.eq("_id", key)).first();
    }
}
