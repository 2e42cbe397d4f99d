package dev.keshi.reporting.replay;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.reporting.RunningService;
import dev.keshi.reporting.TestIdentity;
import dev.keshi.reporting.Wire;
import dev.keshi.reporting.Wire.Sent;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@RunningService
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String topic = "replays.payroll-" + run + ".all";
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private ReplayCaller client;
    private ReplayCaller admin;
    private RealKafka kafka;
    private Wire wire;

    @BeforeEach
    void connect(RealKafka broker) {
        kafka = broker;
        client = caller("payroll-" + run, "keshi", "INTEGRATION");
        admin = caller("root", "openid", "ADMIN");
        wire = new Wire(broker.bootstrap());
        broker.createTopic(topic, 3);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void eventsComeAsTheyWereTheFirstTimeAndEachKeyInOrder() {
        for (int number = 1; number <= 60; number++) {
            wire.send(event("a", number));
            wire.send(event("b", number));
        }
        wire.flush();

        var opened = client.open(Map.of("topic", topic, "types", List.of(type())));
        assertThat(opened.statusCode()).isEqualTo(202);
        assertThat(opened.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/api/reporting/v1/replays/" + ReplayCaller.id(opened));

        var events = replayed(120);
        for (var key : List.of(key("a"), key("b"))) {
            assertThat(events)
                    .filteredOn(event -> event.key().equals(key))
                    .extracting(SeenEvent::sequence)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).toList());
        }
        var one = events.getFirst();
        assertThat(one.type()).isEqualTo(type());
        assertThat(one.json()).isEqualTo("{\"number\":" + one.sequence() + "}");
        assertThat(one.headers())
                .containsEntry("ce_id", one.key() + "-" + one.sequence())
                .containsEntry("ce_source", "/keshi/test")
                .containsEntry("ce_subject", "thing/" + one.key())
                .containsEntry("ce_time", noon.plusSeconds(one.sequence()).toString())
                .containsEntry("ce_actor", "p-1")
                .containsEntry("keshi_topic", Topics.WORKFLOW)
                .containsEntry("keshi_replay", ReplayCaller.id(opened));
        var done = client.ended(ReplayCaller.id(opened));
        assertThat(done.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.get("sent").asInt()).isEqualTo(120);
        assertThat(done.get("total").asInt()).isEqualTo(120);
    }

    @Test
    void onlyTheKeyAndTheTimeThatWereAskedFor() {
        for (int number = 1; number <= 9; number++) {
            wire.send(event("a", number));
            wire.send(event("b", number));
        }
        wire.flush();

        var opened = client.open(Map.of(
                "topic",
                topic,
                "key",
                key("a"),
                "from",
                noon.plusSeconds(3).toString(),
                "to",
                noon.plusSeconds(6).toString()));

        assertThat(client.ended(ReplayCaller.id(opened)).get("sent").asInt()).isEqualTo(3);
        assertThat(replayed(3)).extracting(SeenEvent::sequence).containsExactly(3L, 4L, 5L);
    }

    @Test
    void whoAskedAndWhatCameOfItIsOnRecord() {
        wire.send(event("a", 1));
        wire.flush();
        var opened = client.open(Map.of("topic", topic, "key", key("a")));
        client.ended(ReplayCaller.id(opened));

        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.OPERATIONS)) {
            var told = probe.await(2, event -> event.key().equals(ReplayCaller.id(opened)), PATIENCE);
            assertThat(told)
                    .extracting(SeenEvent::type)
                    .containsExactly("keshi.operations.replay-opened.v1", "keshi.operations.replay-ended.v1");
            assertThat(told.getFirst().headers()).containsEntry("ce_actor", "payroll-" + run);
            assertThat(told.getLast().json()).contains("\"outcome\":\"COMPLETED\"", "\"sent\":1");
        }
    }

    @Test
    void aServiceGetsWhatItAskedForAndWordThatThisIsAll() {
        for (int number = 1; number <= 5; number++) {
            wire.send(event("a", number));
        }
        var request = "request-" + run;
        wire.send(new Sent(
                request, Topics.OPERATIONS, request, 1, "keshi.operations.replay-requested.v1", noon, """
                {"requestId":"%s","topic":"%s","subscription":"directory/people","sources":["keshi.org.v1","keshi.workflow.v1"],
                 "types":[],"ranges":[{"key":"%s","from":2,"to":3}]}""".formatted(
                                request, topic, key("a"))));
        wire.flush();

        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), topic)) {
            var records = probe.await(3, _ -> true, PATIENCE);
            assertThat(records).extracting(SeenEvent::sequence).containsExactlyInAnyOrder(2L, 3L, 0L);
            assertThat(records)
                    .allSatisfy(record -> assertThat(record.headers())
                            .containsEntry("keshi_request", request)
                            .containsEntry("keshi_subscription", "directory/people"));
            assertThat(records)
                    .filteredOn(record -> record.headers().containsKey("keshi_end"))
                    .hasSize(1);
        }
    }

    @Test
    void aReplayWhoseTopicIsTakenAwayIsGivenUpAndKeepsNobodyElseWaiting() {
        wire.send(event("a", 1));
        wire.flush();
        var opened = client.open(Map.of("topic", topic, "key", key("a")));
        client.ended(ReplayCaller.id(opened));

        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(ReplayCaller.id(opened))),
                new Update()
                        .set("state.topic", later())
                        .set("state.status", "WAITING")
                        .set("state.active", true)
                        .unset("state.endedAt")
                        .unset("run"),
                "replays");

        var given = client.ended(ReplayCaller.id(opened));
        assertThat(given.get("status").asString()).isEqualTo("FAILED");
        assertThat(given.get("failure").asString()).isEqualTo("The topic is gone");
        var next = client.open(Map.of("topic", topic, "key", key("a")));
        assertThat(client.ended(ReplayCaller.id(next)).get("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aGapIsFilledWhileAHistoryTakesItsTime() {
        for (int number = 1; number <= 3; number++) {
            wire.send(event("a", number));
        }
        var history = waitingForItsTopic();

        requestOfService("gap-" + run, topic, "[{\"key\":\"%s\",\"from\":2,\"to\":2}]".formatted(key("a")));

        assertThat(replayed(2)).extracting(SeenEvent::sequence).containsExactlyInAnyOrder(2L, 0L);
        assertThat(admin.find(history).get("status").asString()).isEqualTo("WAITING");
        kafka.createTopic(later(), 1);
        assertThat(admin.ended(history).get("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void whatAServiceWaitsForIsNotCancelled() {
        wire.send(event("a", 1));
        var history = waitingForItsTopic();
        var revision = admin.revision(history);

        var refused = admin.cancel(history, revision);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("replay-of-service", "该重放由服务发起");
        kafka.createTopic(later(), 1);
        assertThat(admin.ended(history).get("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aServiceIsToldThatItsReplayWasGivenUp() throws Exception {
        try (var kafkaAdmin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()))) {
            var small = new NewTopic(later(), 1, (short) 1).configs(Map.of("max.message.bytes", "1200"));
            kafkaAdmin.createTopics(List.of(small)).all().get();
        }
        var large = IntStream.range(0, 200)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .collect(Collectors.joining());
        wire.send(
                new Sent(key("a") + "-1", Topics.WORKFLOW, key("a"), 1, type(), noon, "{\"text\":\"" + large + "\"}"));

        requestOfService("large-" + run, later(), "[]");

        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), later())) {
            assertThat(probe.await(1, _ -> true, PATIENCE).getFirst().headers())
                    .containsEntry("keshi_request", "large-" + run)
                    .containsEntry("keshi_end", "failed");
        }
    }

    /** Of a history that cannot be sent before somebody makes its topic. */
    private String waitingForItsTopic() {
        var request = "history-" + run;
        requestOfService(request, later(), "[]");
        eventually(() -> assertThat(replayOf(request)).isNotNull().containsKey("run"));
        return replayOf(request).getString("_id");
    }

    private @Nullable Document replayOf(String request) {
        return mongo.getCollection("replays")
                .find(new Document("state.requestId", request))
                .first();
    }

    private void requestOfService(String request, String to, String ranges) {
        wire.send(new Sent(
                request, Topics.OPERATIONS, request, 1, "keshi.operations.replay-requested.v1", noon, """
                {"requestId":"%s","topic":"%s","subscription":"directory/people","sources":["keshi.workflow.v1"],
                 "types":["%s"],"ranges":%s}""".formatted(
                                request, to, type(), ranges)));
        wire.flush();
    }

    private String later() {
        return "replays.payroll-" + run + ".later";
    }

    @Test
    void aReplayThatWasBrokenOffGoesOnBehindTheLastPlaceThatWasKept() {
        for (int number = 1; number <= 10; number++) {
            wire.send(event("a", number));
        }
        wire.flush();
        var opened = client.open(Map.of("topic", topic, "key", key("a")));
        client.ended(ReplayCaller.id(opened));
        replayed(10);
        mongo.getCollection("replays")
                .updateOne(
                        new Document("_id", ReplayCaller.id(opened)),
                        new Document(
                                "$set",
                                new Document("state.status", "WAITING")
                                        .append("state.active", true)
                                        .append("run.sent", 7L)
                                        .append("run.until", new java.util.Date(0))
                                        .append("run.source", 0)
                                        .append(
                                                "run.place",
                                                new Document("key", key("a"))
                                                        .append("epoch", 1L)
                                                        .append("sequence", 7L)
                                                        .append("id", key("a") + "-7"))));

        eventually(() -> assertThat(
                        client.find(ReplayCaller.id(opened)).get("status").asString())
                .isEqualTo("COMPLETED"));

        assertThat(client.find(ReplayCaller.id(opened)).get("sent").asInt()).isEqualTo(10);
        assertThat(replayed(13)).extracting(SeenEvent::sequence).endsWith(8L, 9L, 10L);
    }

    @Test
    void aReplayIsCancelledOnceAndByWhoeverSawItAsItIs() {
        wire.send(event("a", 1));
        wire.flush();
        var opened = client.open(Map.of("topic", topic, "key", key("a")));
        var id = ReplayCaller.id(opened);

        assertThat(client.cancel(id, null).statusCode()).isEqualTo(428);
        assertThat(client.cancel(id, "\"9\"").statusCode()).isIn(409, 412);
        var others = caller("somebody-else", "keshi", "INTEGRATION");
        assertThat(others.cancel(id, "\"1\"").statusCode()).isEqualTo(404);
        assertThat(others.get(id).statusCode()).isEqualTo(404);
        assertThat(admin.get(id).statusCode()).isEqualTo(200);
        client.ended(id);
        var revision = client.revision(id);
        assertThat(client.cancel(id, revision).statusCode()).isEqualTo(409);
    }

    @Test
    void theSameRequestTwiceIsOneReplay() {
        wire.send(event("a", 1));
        wire.flush();
        var body = Map.of("topic", topic, "key", key("a"));
        var key = UUID.randomUUID().toString();

        var once = client.post("", body, "Idempotency-Key", key);
        var again = client.post("", body, "Idempotency-Key", key);

        assertThat(ReplayCaller.id(again)).isEqualTo(ReplayCaller.id(once));
        client.ended(ReplayCaller.id(once));
        assertThat(replayed(1)).hasSize(1);
    }

    @Test
    void whatWillNotDoIsRefusedInTheReadersLanguage() {
        var foreign = client.open(Map.of("topic", "keshi.org.v1"));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.body()).contains("replay-topic-not-allowed", "replays.payroll-" + run + ".", "不能重放到该主题");
        assertThat(client.open(Map.of("topic", "replays.payroll-" + run + ".nobody-made-it"))
                        .body())
                .contains("replay-no-such-topic");
        assertThat(client.open(Map.of("topic", "a topic")).statusCode()).isEqualTo(400);
        assertThat(client.open(Map.of()).statusCode()).isEqualTo(400);
        assertThat(client.open(Map.of("topic", topic, "unknown", 1)).statusCode())
                .isEqualTo(400);
        assertThat(client.open(Map.of("topic", topic, "from", noon.toString(), "to", noon.toString()))
                        .statusCode())
                .isEqualTo(400);
        for (var role : List.of("EMPLOYEE", "HR", "AUDITOR")) {
            assertThat(caller("p", "openid", role).open(Map.of("topic", topic)).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(caller("c", "other", "INTEGRATION")
                        .open(Map.of("topic", topic))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCallerHasEventsSentToNoTopicsButItsOwn() {
        var owner = "payroll-" + run;
        kafka.createTopic("replays." + owner + ".", 1);
        for (var other : List.of(owner + "-2", "payroll", owner + ".all", "root")) {
            assertThat(caller(other, "keshi", "INTEGRATION")
                            .open(Map.of("topic", topic))
                            .body())
                    .as(other)
                    .contains("replay-topic-not-allowed");
        }
        assertThat(admin.open(Map.of("topic", topic)).body()).contains("replay-topic-not-allowed", "replays.root.");
        assertThat(client.open(Map.of("topic", "replays." + owner + ".")).body())
                .contains("replay-topic-not-allowed");
        assertThat(client.open(Map.of("topic", "replays." + owner)).body()).contains("replay-topic-not-allowed");
        assertThat(client.open(Map.of("topic", topic, "key", key("a"))).statusCode())
                .isEqualTo(202);
    }

    private List<SeenEvent> replayed(int count) {
        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), topic)) {
            return probe.await(count, _ -> true, PATIENCE);
        }
    }

    private Sent event(String name, int sequence) {
        return new Sent(
                key(name) + "-" + sequence,
                Topics.WORKFLOW,
                key(name),
                sequence,
                type(),
                noon.plusSeconds(sequence),
                "{\"number\":" + sequence + "}");
    }

    private String type() {
        return "keshi.workflow.replayed-" + run + ".v1";
    }

    private String key(String name) {
        return name + "-" + run;
    }

    private ReplayCaller caller(String id, String scope, String role) {
        return new ReplayCaller(port, TestIdentity.token(id, scope, role));
    }
}
