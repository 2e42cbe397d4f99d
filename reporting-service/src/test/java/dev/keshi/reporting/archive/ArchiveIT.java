package dev.keshi.reporting.archive;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.keshi.contracts.Topics;
import dev.keshi.reporting.RunningService;
import dev.keshi.reporting.TestIdentity;
import dev.keshi.reporting.Wire;
import dev.keshi.reporting.Wire.Sent;
import dev.keshi.test.infrastructure.RealKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class ArchiveIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String auditor = TestIdentity.token("auditor", "openid", "AUDITOR");
    private Wire wire;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void everyEventIsKeptOnceHoweverOftenAndInWhateverOrderItComes() {
        var events = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> event("a", number, "task-created"))
                .toList();
        events.forEach(wire::send);
        events.forEach(wire::send);
        var reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        reversed.forEach(wire::send);
        fence();

        assertThat(items("?sort=SEQUENCE&limit=100&key=" + key("a")))
                .extracting(item -> item.get("sequence").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void anEventIsGivenBackAsItWasOnTheWire() {
        var value = "{\"name\" : \"请假\",\"amount\":12.500,\"email\":{\"personId\":\"p\",\"ciphertext\":\"AAAA\"}}";
        wire.send(new Sent("id-" + run, Topics.WORKFLOW, key("a"), 1, "keshi.workflow.later.v7", noon, value));
        eventually(() -> assertThat(get("/id-" + run).statusCode()).isEqualTo(200));

        assertThat(get("/id-" + run).body()).contains("\"data\":" + value);
        var event = json(get("/id-" + run));
        assertThat(event.get("type").asString()).isEqualTo("keshi.workflow.later.v7");
        assertThat(event.get("aggregate").asString()).isEqualTo("thing");
        assertThat(event.get("time").asString()).isEqualTo(noon.toString());
        assertThat(event.get("traceparent").asString()).startsWith("00-4bf9");
        assertThat(event.get("source").asString()).isEqualTo("/keshi/test");
    }

    /** Who may see a grade only performance-service can say, so of those who read the archive only auditors do. */
    @Test
    void whatIsConfidentialIsLeftOutForAllButAuditors() {
        var value =
                "{\"appraisalId\":\"%s\",\"cycleId\":\"c\",\"personId\":\"p\",\"departmentId\":\"d\",\"total\":\"91.5\","
                                .formatted(key("a"))
                        + "\"grade\":\"EXCELLENT\",\"indicators\":[{\"code\":\"q\",\"points\":\"91.5\"}],\"ruleVersion\":1}";
        var id = "grade-" + run;
        wire.send(
                new Sent(id, Topics.PERFORMANCE, key("a"), 1, "keshi.performance.appraisal-published.v1", noon, value));
        eventually(() -> assertThat(get("/" + id).statusCode()).isEqualTo(200));
        var admin = TestIdentity.token("admin", "openid", "ADMIN");
        var program = TestIdentity.token("program", "keshi", "INTEGRATION");
        var both = TestIdentity.token("both", "openid", "ADMIN", "AUDITOR");

        for (var path : List.of("/" + id, "?key=" + key("a"), "/export?key=" + key("a"))) {
            for (var reader : List.of(admin, program)) {
                assertThat(get(path, reader).body())
                        .as(path)
                        .contains(
                                "\"personId\":\"p\"",
                                "\"withheld\":[\"grade\",\"indicators\",\"total\",\"weightCounted\"]")
                        .doesNotContain("91.5", "EXCELLENT");
            }
            assertThat(get(path, auditor).body())
                    .as(path)
                    .contains("\"data\":" + value)
                    .doesNotContain("withheld");
            assertThat(get(path, both).body()).as(path).contains("\"data\":" + value);
        }
    }

    @Test
    void whyACycleWasCalledOffIsFreeTextSoOnlyAuditorsReadIt() {
        var value =
                ("{\"cycleId\":\"%s\",\"name\":\"n\",\"kind\":\"MONTHLY\",\"extent\":\"PARTIAL\",\"firstDay\":\"2099-01-01\","
                                + "\"lastDay\":\"2099-01-31\",\"appraisals\":2,\"reason\":\"张三的投诉\"}")
                        .formatted(key("c"));
        var id = "cancelled-" + run;
        wire.send(new Sent(id, Topics.PERFORMANCE, key("c"), 1, "keshi.performance.cycle-cancelled.v1", noon, value));
        eventually(() -> assertThat(get("/" + id).statusCode()).isEqualTo(200));

        assertThat(get("/" + id, TestIdentity.token("admin", "openid", "ADMIN")).body())
                .contains("\"appraisals\":2", "\"withheld\":[\"reason\"]")
                .doesNotContain("张三");
        assertThat(get("/" + id, auditor).body()).contains("\"data\":" + value);
    }

    @Test
    void whyAGoalWasAdjustedIsFreeTextToo() {
        var value =
                ("{\"sheetId\":\"%s\",\"goalId\":\"g\",\"ownerKind\":\"PERSON\",\"ownerId\":\"p\",\"measure\":\"m\","
                                + "\"weight\":20,\"dueOn\":\"2099-01-31\",\"reason\":\"李四长期病假\"}")
                        .formatted(key("g"));
        var id = "adjusted-" + run;
        wire.send(new Sent(id, Topics.PERFORMANCE, key("g"), 1, "keshi.performance.goal-adjusted.v1", noon, value));
        eventually(() -> assertThat(get("/" + id).statusCode()).isEqualTo(200));

        assertThat(get("/" + id, TestIdentity.token("admin", "openid", "ADMIN")).body())
                .contains("\"weight\":20", "\"withheld\":[\"reason\"]")
                .doesNotContain("李四");
        assertThat(get("/" + id, auditor).body()).contains("\"data\":" + value);
    }

    @Test
    void whyASessionWasCancelledIsFreeTextToo() {
        var value = "{\"sessionId\":\"%s\",\"courseCode\":\"C\",\"reason\":\"讲师李四住院\",\"personIds\":[\"p\"]}"
                .formatted(key("s"));
        var id = "cancelled-" + run;
        wire.send(new Sent(id, Topics.TRAINING, key("s"), 1, "keshi.training.session-cancelled.v1", noon, value));
        eventually(() -> assertThat(get("/" + id).statusCode()).isEqualTo(200));

        assertThat(get("/" + id, TestIdentity.token("admin", "openid", "ADMIN")).body())
                .contains("\"courseCode\":\"C\"", "\"withheld\":[\"reason\"]")
                .doesNotContain("李四");
        assertThat(get("/" + id, auditor).body()).contains("\"data\":" + value);
    }

    @Test
    void whatAMeasureMayCostAndDidCostIsForAuditorsOnly() {
        var risk =
                "{\"riskId\":\"%s\",\"measureId\":\"m\",\"departmentId\":\"d\",\"ownerId\":\"p\",\"dueOn\":\"2099-01-31\","
                        .formatted(key("r"));
        var assigned = risk + "\"title\":\"t\",\"budget\":\"73519.25\",\"currency\":\"CHF\"}";
        var completed =
                risk + "\"completedOn\":\"2099-01-30\",\"onTime\":true,\"cost\":\"68204.75\",\"currency\":\"CHF\"}";
        wire.send(new Sent("a-" + run, Topics.RISK, key("r"), 1, "keshi.risk.measure-assigned.v1", noon, assigned));
        wire.send(new Sent("c-" + run, Topics.RISK, key("r"), 2, "keshi.risk.measure-completed.v1", noon, completed));
        eventually(() -> assertThat(get("/c-" + run).statusCode()).isEqualTo(200));

        var admin = TestIdentity.token("admin", "openid", "ADMIN");
        assertThat(get("?key=" + key("r"), admin).body())
                .contains(
                        "\"onTime\":true",
                        "\"withheld\":[\"budget\",\"currency\"]",
                        "\"withheld\":[\"cost\",\"currency\"]")
                .doesNotContain("73519.25", "68204.75", "CHF");
        assertThat(get("/a-" + run, auditor).body()).contains("\"data\":" + assigned);
        assertThat(get("/c-" + run, auditor).body()).contains("\"data\":" + completed);
    }

    @Test
    void whatIsNoJsonIsKeptToo() {
        wire.send(new Sent(
                "no-" + run, Topics.WORKFLOW, key("a"), 1, "keshi.workflow.odd.v1", noon, "{\"a\":1},\"b\":2"));
        eventually(() -> assertThat(get("/no-" + run).statusCode()).isEqualTo(200));

        var event = json(get("/no-" + run));
        assertThat(event.has("data")).isFalse();
        assertThat(event.has("b")).isFalse();
        assertThat(event.get("dataBase64").asString()).isEqualTo("eyJhIjoxfSwiYiI6Mg==");
    }

    @Test
    void eventsAreFoundByTypeKeyAggregateAndTime() {
        for (int number = 1; number <= 6; number++) {
            wire.send(event("a", number, number % 2 == 0 ? run + "-task-created" : run + "-task-decided"));
        }
        wire.send(event("b", 1, run + "-request-ended"));
        fence();

        assertThat(items("?type=keshi.workflow." + run)).hasSize(7);
        assertThat(items("?type=keshi.workflow." + run + "-task")).hasSize(6);
        assertThat(items("?type=keshi.workflow." + run + "-task-decided.v1")).hasSize(3);
        assertThat(items("?type=nothing." + run)).isEmpty();
        assertThat(items("?type=.*" + run)).isEmpty();
        assertThat(items("?key=" + key("a"))).hasSize(6);
        assertThat(items("?key=" + key("a") + "&aggregate=thing")).hasSize(6);
        assertThat(items("?key=" + key("a") + "&aggregate=other")).isEmpty();
        assertThat(items("?key=" + key("a") + "&from=" + noon.plusSeconds(3) + "&to=" + noon.plusSeconds(5)))
                .extracting(item -> item.get("sequence").asInt())
                .containsExactly(4, 3);
        assertThat(items("?key=" + key("a") + "&sort=OLDEST"))
                .extracting(item -> item.get("sequence").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void pagesTogetherAreTheWholeInEveryOrder() {
        for (int number = 1; number <= 25; number++) {
            wire.send(event("a", number, run + "-paged"));
        }
        fence();

        for (var sort : List.of("NEWEST", "OLDEST", "SEQUENCE")) {
            var seen = new ArrayList<Integer>();
            var query = "?limit=10&key=" + key("a") + "&sort=" + sort;
            String cursor = null;
            do {
                var page = json(get(query + (cursor == null ? "" : "&cursor=" + cursor)));
                page.get("items").forEach(item -> seen.add(item.get("sequence").asInt()));
                cursor = page.has("nextCursor") && !page.get("nextCursor").isNull()
                        ? page.get("nextCursor").asString()
                        : null;
            } while (cursor != null);
            var expected = new ArrayList<>(IntStream.rangeClosed(1, 25).boxed().toList());
            if (sort.equals("NEWEST")) {
                Collections.reverse(expected);
            }
            assertThat(seen).as(sort).isEqualTo(expected);
        }
    }

    @Test
    void anExportIsOneEventALineAndGoesOnWhereItEnded() {
        for (int number = 1; number <= 620; number++) {
            wire.send(event("a", number, run + "-exported"));
        }
        fence();

        var all = lines("/export?limit=700&key=" + key("a"));
        assertThat(all).hasSize(621);
        assertThat(all.getLast()).isEqualTo("{\"exported\":620,\"complete\":true}");
        var some = lines("/export?limit=600&key=" + key("a"));
        assertThat(some.getLast()).isEqualTo("{\"exported\":600,\"complete\":false}");
        var last = JSON.readTree(some.get(599)).get("id").asString();
        var rest = lines("/export?key=" + key("a") + "&limit=600&after=" + last);
        assertThat(rest).hasSize(21);
        assertThat(lines("/export?limit=620&type=keshi.workflow." + run).getLast())
                .isEqualTo("{\"exported\":620,\"complete\":true}");
        assertThat(get("/export?limit=701").statusCode()).isEqualTo(400);
        assertThat(get("/export?after=nothing").statusCode()).isEqualTo(400);
    }

    @Test
    void anotherEventUnderAnIdThatIsTakenIsParkedAndARepetitionIsNot() {
        var id = "taken-" + run;
        var type = "keshi.workflow." + run + "-taken.v1";
        wire.send(new Sent(id, Topics.WORKFLOW, key("a"), 1, type, noon, "{}"));
        eventually(() -> assertThat(get("/" + id).statusCode()).isEqualTo(200));

        wire.send(new Sent(id, Topics.WORKFLOW, key("b"), 1, type, noon, "{\"number\":2}"));
        wire.send(new Sent(id, Topics.WORKFLOW, key("a"), 1, type, noon, "{}"));

        eventually(() -> assertThat(parked(key("b")))
                .isNotNull()
                .extracting("reason", STRING)
                .contains("taken id: " + id, key("a")));
        fence();
        assertThat(parked(key("a"))).isNull();
        assertThat(json(get("/" + id)).get("key").asString()).isEqualTo(key("a"));
    }

    private @Nullable Document parked(String key) {
        return mongo.getCollection("parked_keys")
                .find(new Document("subscription", "archive").append("key", key))
                .first();
    }

    @Test
    void aPageOfLargeEventsEndsEarlierAndAnExportHasThemAll() {
        var large = "{\"text\":\"" + "x".repeat(900_000) + "\"}";
        for (int number = 1; number <= 6; number++) {
            var id = run + "-large-" + number;
            wire.send(new Sent(id, Topics.WORKFLOW, key("a"), number, "keshi.workflow.large.v1", noon, large));
        }
        fence();

        var seen = new ArrayList<Integer>();
        var query = "?limit=100&sort=SEQUENCE&key=" + key("a");
        var cursor = "";
        while (cursor != null) {
            var page = json(get(query + cursor));
            assertThat(page.get("items").size()).isBetween(1, 2);
            page.get("items").forEach(item -> seen.add(item.get("sequence").asInt()));
            var next = page.get("nextCursor");
            cursor = next == null || next.isNull() ? null : "&cursor=" + next.asString();
        }
        assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(lines("/export?key=" + key("a"))).hasSize(7).last().isEqualTo("{\"exported\":6,\"complete\":true}");
    }

    @Test
    void onlyThoseWhoAuditAdministerOrIntegrateMayRead() {
        wire.send(event("a", 1, "task-created"));
        fence();
        var id = "/" + run + "-a-1";

        for (var path : List.of("", id, "/export")) {
            assertThat(get(path, TestIdentity.token("ann", "openid", "EMPLOYEE"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(path, TestIdentity.token("hr", "openid", "EMPLOYEE", "HR"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(path, TestIdentity.token("client", "other", "INTEGRATION"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(path, "forged").statusCode()).isEqualTo(401);
            assertThat(get(path, TestIdentity.token("client", "keshi", "INTEGRATION"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(path, TestIdentity.token("root", "openid", "ADMIN")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsAskedWronglyIsRefused() {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("?sort=SEQUENCE").statusCode()).isEqualTo(400);
        assertThat(get("?sort=RANDOM").statusCode()).isEqualTo(400);
        assertThat(get("?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("?from=%2B1000000000-12-31T23:59:59Z").statusCode()).isEqualTo(400);
        assertThat(get("?to=-1000000000-01-01T00:00:00Z").statusCode()).isEqualTo(400);
        assertThat(get("?limit=1000").statusCode()).isEqualTo(400);
        assertThat(get("?cursor=forged").statusCode()).isEqualTo(400);
        assertThat(get("?type=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    }

    private Sent event(String name, int sequence, String type) {
        return new Sent(
                run + "-" + name + "-" + sequence,
                Topics.WORKFLOW,
                key(name),
                sequence,
                "keshi.workflow." + type + ".v1",
                noon.plusSeconds(sequence),
                "{\"number\":" + sequence + "}");
    }

    private String key(String name) {
        return name + "-" + run;
    }

    /** Something of every partition got through: what was sent before has been handled. */
    private void fence() {
        var fence = UUID.randomUUID().toString();
        for (int number = 1; number <= 60; number++) {
            wire.send(new Sent(
                    fence + number, Topics.WORKFLOW, fence + number, 1, "keshi.workflow." + fence + ".v1", noon, "{}"));
        }
        eventually(() -> assertThat(mongo.getCollection("events")
                        .countDocuments(new Document("type", "keshi.workflow." + fence + ".v1")))
                .isEqualTo(60));
    }

    private List<JsonNode> items(String query) {
        var response = get(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return StreamSupport.stream(json(response).get("items").spliterator(), false)
                .toList();
    }

    private List<String> lines(String path) {
        return get(path).body().lines().toList();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> get(String path) {
        return get(path, auditor);
    }

    private HttpResponse<String> get(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/reporting/v1/events" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
