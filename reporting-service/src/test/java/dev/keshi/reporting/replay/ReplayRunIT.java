package dev.keshi.reporting.replay;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.contracts.Topics;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.RawEvent;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.reporting.RunningService;
import dev.keshi.reporting.TestIdentity;
import dev.keshi.reporting.archive.ArchiveQueries;
import dev.keshi.reporting.archive.EventArchive;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What happens to a replay while it runs: the test itself holds its lease and carries it out. */
@RunningService
class ReplayRunIT {

    private static final int EVENTS = 2_500;
    private static final int REQUESTS = 20;
    private static final int A_PART = 1_000;
    private static final int IN_THE_SECOND_PART = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MongoReplays replays;

    @Autowired
    private AggregateCollection<ReplayDocument> aggregates;

    @Autowired
    private ArchiveQueries queries;

    @Autowired
    private EventArchive archive;

    @Autowired
    private TopicOffsets offsets;

    @Autowired
    private ReplayTopics topics;

    @Autowired
    private ReplayRunner runner;

    @Autowired
    private ReplayService replayService;

    @Autowired
    private Ids ids;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String key = "a-" + run;
    private final String owner = "payroll-" + run;
    private ReplayCaller client;

    @BeforeEach
    void makeTopic(RealKafka kafka) {
        client = new ReplayCaller(port, TestIdentity.token(owner, "keshi", "INTEGRATION"));
        kafka.createTopic(topic(), 1);
    }

    @Test
    void aReplayThatIsCancelledWhileItRunsTellsHowMuchWasSent(RealKafka kafka) {
        archive();
        var replay = leased();
        var producer = new Broker(IN_THE_SECOND_PART, () -> {
            var cancelled = client.cancel(replay.id(), "\"1\"");
            assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
            assertThat(cancelled.body()).contains("\"status\":\"CANCELLED\"");
        });

        carryOut(replay, producer);

        var seen = client.find(replay.id());
        assertThat(seen.get("status").asString()).isEqualTo("CANCELLED");
        assertThat(seen.get("total").asInt()).isEqualTo(EVENTS);
        assertThat(seen.get("sent").asInt())
                .isEqualTo(producer.history().size())
                .isEqualTo(2 * A_PART);
        isToldToHaveEnded(kafka, replay, owner, "\"outcome\":\"CANCELLED\"", "\"sent\":" + A_PART);
    }

    @Test
    void aReplayThatIsGivenUpTellsHowMuchHadArrived(RealKafka kafka) {
        archive();
        var replay = leased();
        var producer = new Broker(IN_THE_SECOND_PART, () -> {
            throw new RecordTooLargeException("no room for it");
        });

        carryOut(replay, producer);

        var seen = client.find(replay.id());
        assertThat(seen.get("status").asString()).isEqualTo("FAILED");
        assertThat(seen.get("failure").asString()).contains("no room for it");
        assertThat(seen.get("sent").asInt())
                .isEqualTo(producer.history().size())
                .isEqualTo(IN_THE_SECOND_PART - 1);
        isToldToHaveEnded(
                kafka, replay, "system:replays", "\"outcome\":\"FAILED\"", "\"sent\":" + (IN_THE_SECOND_PART - 1));
    }

    @Test
    void oneCallerHasSoManyReplaysAtATimeAndNoMore() {
        var three = List.of(leased(), leased(), leased());

        var refused = client.open(Map.of("topic", topic()));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("replay-too-many").contains("3");
        three.forEach(replay ->
                assertThat(client.cancel(replay.id(), "\"1\"").statusCode()).isEqualTo(200));
        var opened = client.open(Map.of("topic", topic(), "key", "nothing-" + run));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(202);
    }

    @Test
    void ofManyRequestsAtOnceNoMoreComeThroughThanMayRunAtATime() throws Exception {
        var counted = new CyclicBarrier(REQUESTS);
        var service = new ReplayService(
                aggregates,
                new Meeting(counted),
                topics,
                runner,
                new ReplayProperties("replays.", 3),
                ids,
                Clock.systemUTC());
        var order = new ReplayOrder(topic(), List.of(), null, "nothing-" + run, null, null);
        runner.stop();
        try (var callers = Executors.newFixedThreadPool(REQUESTS)) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int number = 0; number < REQUESTS; number++) {
                answers.add(callers.submit(() -> isOpened(service, order)));
            }
            int opened = 0;
            for (var answer : answers) {
                opened += answer.get() ? 1 : 0;
            }
            assertThat(opened).isEqualTo(3);
        } finally {
            runner.start();
        }

        eventually(() -> assertThat(replays.active(owner)).isZero());
        assertThat(isOpened(replayService, order)).isTrue();
    }

    /** Requests that all see how many replays there are before any of them opens one. */
    private final class Meeting extends MongoReplays {

        private final CyclicBarrier counted;

        Meeting(CyclicBarrier counted) {
            super(mongo, aggregates);
            this.counted = counted;
        }

        @Override
        long active(String of) {
            long active = super.active(of);
            try {
                counted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return active;
        }
    }

    private boolean isOpened(ReplayService service, ReplayOrder order) {
        try {
            service.open(CommandContext.of(owner), order);
            return true;
        } catch (ReplayProblem.TooMany tooMany) {
            return false;
        }
    }

    @Test
    void aReplayThatIsBrokenOffAgainAndAgainAtTheSamePlaceIsGivenUp(RealKafka kafka) {
        archive();
        var replay = leased();
        for (int time = 0; time < 3; time++) {
            breaksOff(replay, 1);
        }
        assertThat(client.find(replay.id()).get("status").asString()).isEqualTo("WAITING");

        carryOut(replay, new Broker(EVENTS + 1, () -> {}));

        assertThat(client.find(replay.id()).get("status").asString()).isEqualTo("FAILED");
        assertThat(client.find(replay.id()).get("failure").asString())
                .isEqualTo("Broken off 3 times at the same place");
        isToldToHaveEnded(kafka, replay, "system:replays", "\"outcome\":\"FAILED\"");
    }

    @Test
    void aReplayThatGetsOnOrWaitsForKafkaIsNotGivenUp() {
        archive();
        var replay = leased();
        for (int time = 0; time < 4; time++) {
            breaksOff(replay, IN_THE_SECOND_PART);
        }
        for (int time = 0; time < 4; time++) {
            var silent = new Broker(1, () -> {
                throw new org.apache.kafka.common.errors.TimeoutException("nobody there");
            });
            assertThatThrownBy(() -> carryOut(replay, silent)).hasMessageContaining("does not take");
        }

        carryOut(replay, new Broker(EVENTS + 1, () -> {}));

        assertThat(client.find(replay.id()).get("status").asString()).isEqualTo("COMPLETED");
    }

    private void breaksOff(MongoReplays.Run replay, int number) {
        var broken = new Broker(number, () -> {
            throw new OutOfMemoryError("of the test");
        });
        assertThatThrownBy(() -> carryOut(replay, broken)).isInstanceOf(OutOfMemoryError.class);
    }

    /** A broker that does something of its own when it gets the {@code number}th record. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private final int number;
        private final Runnable then;
        private int records;

        Broker(int number, Runnable then) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.number = number;
            this.then = then;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            try {
                if (++records == number) {
                    then.run();
                }
            } catch (ApiException refused) {
                return CompletableFuture.failedFuture(refused);
            }
            return super.send(record);
        }
    }

    private void carryOut(MongoReplays.Run replay, Broker producer) {
        new ReplayRun(replays, aggregates, queries, offsets, topics, producer, Clock.systemUTC())
                .carryOut(replay, () -> true);
    }

    /** A replay that no replica takes up, because its lease is taken. */
    private MongoReplays.Run leased() {
        var id = "replay-" + UUID.randomUUID();
        var state = ReplayDocument.of(
                owner,
                new ReplayOrder(topic(), List.of(), null, key, null, null),
                Instant.parse("2026-01-01T00:00:00Z"));
        mongo.getCollection("replays")
                .insertOne(aggregates
                        .fresh(id, state)
                        .append(
                                "run",
                                new Document("holder", "test")
                                        .append("token", 1L)
                                        .append("until", Date.from(Instant.now().plus(Duration.ofHours(1))))));
        return new MongoReplays.Run(id, state, 1, 0, null, 0, null);
    }

    private void archive() {
        mongo.getCollection("events")
                .insertMany(IntStream.rangeClosed(1, EVENTS)
                        .mapToObj(this::archived)
                        .toList());
    }

    private Document archived(int sequence) {
        var event = new RawEvent(
                key + "-" + sequence,
                "/keshi/test",
                "keshi.workflow.run-" + run + ".v1",
                Topics.WORKFLOW,
                "thing",
                key,
                sequence,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                "p-1",
                null,
                "{}".getBytes(StandardCharsets.UTF_8));
        var kept = (Effect.InsertAs) archive.keep(event).getFirst();
        var document = new Document("_id", kept.id());
        document.putAll(kept.document());
        return document;
    }

    private static void isToldToHaveEnded(RealKafka kafka, MongoReplays.Run replay, String actor, String... words) {
        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.OPERATIONS)) {
            var ended = probe.awaitOne("keshi.operations.replay-ended.v1", replay.id(), PATIENCE);
            assertThat(ended.headers()).containsEntry("ce_actor", actor);
            assertThat(ended.json()).contains(words);
        }
    }

    private String topic() {
        return "replays." + owner + ".run";
    }
}
