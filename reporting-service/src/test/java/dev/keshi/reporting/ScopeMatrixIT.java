package dev.keshi.reporting;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.reporting.Wire.Sent;
import dev.keshi.test.access.ScopeMatrix;
import dev.keshi.test.access.ScopeMatrix.Row;
import dev.keshi.test.infrastructure.RealKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who reaches what: each operation of the service, asked by people about a team that Tom leads and in which Ann works, about an event and about a replay
 * that a program ordered; Boss leads from above, Otto elsewhere, the guest is a program without the platform's scope. Below 400 and 412, 422 mean that
 * the caller was let through; 403 that the caller may not, 404 that for the caller there is nothing. An operation that stands in no row fails the test.
 */
@RunningService
class ScopeMatrixIT {

    private static final String API = "/api/reporting/v1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> PEOPLE =
            List.of("ann", "tom", "boss", "otto", "hana", "aud", "ada", "program", "other", "guest");

    private static final ScopeMatrix MATRIX = ScopeMatrix.of(PEOPLE, """
        GET /departments/{team}/figures           | 404 200 200 404 200 200 200 404 404 404 |
        GET /departments/{team}/figures/events?figure=WORK_OPEN | 404 200 200 404 200 200 200 404 404 404 |
        GET /people/{ann}/figures                 | 200 200 200 404 200 200 200 404 404 404 |
        GET /people/{ann}/figures/events?figure=WORK_OPEN | 200 200 200 404 200 200 200 404 404 404 |
        GET /events                               | 403 403 403 403 403 200 200 200 200 403 |
        GET /events/{event}                       | 403 403 403 403 403 200 200 200 200 403 |
        GET /events/export?limit=1                | 403 403 403 403 403 200 200 200 200 403 |
        GET /replays                              | 403 403 403 403 403 403 200 200 200 403 |
        GET /replays/{replay}                     | 403 403 403 403 403 403 200 200 404 403 |
        POST /replays                             | 403 403 403 403 403 403 422 422 422 403 | {"topic":"keshi.org.v1"}
        POST /replays/{replay}/cancel             | 403 403 403 403 403 403 412 412 404 403 |
        """);

    private static final Map<String, String> ROLES = Map.of(
            "hana", "HR",
            "aud", "AUDITOR",
            "ada", "ADMIN",
            "program", "INTEGRATION",
            "other", "INTEGRATION",
            "guest", "INTEGRATION");

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = "-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> ids =
            new TreeMap<>(Map.of("team", "team" + run, "ann", "ann" + run, "event", "event" + run));

    @BeforeEach
    void aTeamAnEventAndAReplay(RealKafka kafka) {
        department("group", null, "boss");
        department("team", "group", "tom");
        department("elsewhere", "group", "otto");
        person("ann", "team");
        person("tom", "team");
        person("boss", "group");
        person("otto", "elsewhere");
        var topic = "replays.program" + run + ".all";
        kafka.createTopic(topic, 1);
        try (var wire = new Wire(kafka.bootstrap())) {
            wire.send(new Sent(
                    ids.get("event"), Topics.WORKFLOW, "key" + run, 1, "keshi.workflow.thing.v1", Instant.now(), "{}"));
            wire.flush();
        }
        eventually(() -> assertThat(get("aud", "/events/" + ids.get("event")).statusCode())
                .isEqualTo(200));
        // The tree of departments is read anew a little later.
        eventually(() -> assertThat(get("tom", "/departments/" + ids.get("team") + "/figures")
                        .statusCode())
                .isEqualTo(200));
        var opened = send(
                "program",
                request("/replays")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"topic\":\"%s\",\"key\":\"key%s\"}".formatted(topic, run))));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(202);
        ids.put("replay", JSON.readTree(opened.body()).get("id").asString());
    }

    @Test
    void everyOperationReachesAsFarAsItsCallerDoes() {
        assertThat(MATRIX.wrong((row, person, expected) -> revisions(row, expected).stream()
                        .map(revision -> asked(row, person, revision))
                        .toList()))
                .isEmpty();
    }

    @Test
    void everyOperationHasARow() {
        var described = get("ann", "/v3/api-docs");

        assertThat(MATRIX.operations()).isEqualTo(ScopeMatrix.described(JSON.readTree(described.body()), API));
    }

    @Test
    void aProgramListsItsOwnReplaysAndAnAdministratorAll() {
        var reached = Map.of("program", true, "ada", true, "other", false);
        reached.forEach((reader, finds) -> assertThat(replays(reader).contains(ids.get("replay")))
                .as(reader)
                .isEqualTo(finds));
    }

    @Test
    void whoHasNoTokenIsNobody() {
        for (var path : List.of("/events", "/events/export", "/replays", "/people/" + ids.get("ann") + "/figures")) {
            assertThat(sent(request(path)).statusCode()).as(path).isEqualTo(401);
        }
    }

    /** Whoever would be let through comes with a stale revision, so nothing is changed; for whom there is nothing, with either. */
    private List<String> revisions(Row row, String expected) {
        if (!row.operation().endsWith("/cancel")) {
            return List.of("");
        }
        var current = get("program", "/replays/" + ids.get("replay"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return expected.equals("412") ? List.of("\"999\"") : List.of("\"999\"", current);
    }

    private String asked(Row row, String person, String revision) {
        var path = row.path();
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        var request = request(path);
        if (!row.reads()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(row.body()));
        }
        if (!revision.isEmpty()) {
            request.header("If-Match", revision);
        }
        return Integer.toString(send(person, request).statusCode());
    }

    private List<String> replays(String reader) {
        return JSON.readTree(get(reader, "/replays?limit=100").body())
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    private HttpResponse<String> get(String person, String path) {
        return send(person, request(path));
    }

    /** Programs hold no role of people. */
    private HttpResponse<String> send(String person, HttpRequest.Builder request) {
        var role = ROLES.getOrDefault(person, "EMPLOYEE");
        var roles = role.equals("INTEGRATION") ? new String[] {role} : new String[] {"EMPLOYEE", role};
        var scope = person.equals("guest") ? "other" : "keshi";
        return sent(request.header("Authorization", "Bearer " + TestIdentity.token(person + run, scope, roles)));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var behind = path.startsWith("/v3/") ? path : API + path;
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + behind));
    }

    private void person(String name, String department) {
        mongo.getCollection("directory_people")
                .insertOne(new Document("_id", name + run)
                        .append("sequence", 1L)
                        .append("name", "AAAA")
                        .append("departmentId", department + run)
                        .append("employed", true));
    }

    private void department(String name, @Nullable String parent, String manager) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", name + run)
                        .append("sequence", 1L)
                        .append("name", name)
                        .append("parentId", parent == null ? null : parent + run)
                        .append("managerId", manager + run)
                        .append("deputies", List.of())
                        .append("open", true));
    }
}
