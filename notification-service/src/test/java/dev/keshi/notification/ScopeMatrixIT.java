package dev.keshi.notification;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.access.ScopeMatrix;
import dev.keshi.test.access.ScopeMatrix.Row;
import dev.keshi.test.infrastructure.RealKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who reaches what: each operation of the service, asked by Tom, who has been told of a task and of work that he has to do, and by others, of whatever
 * role. 412 means that the caller was let through and nothing was changed, 404 that for the caller there is nothing. An operation that stands in
 * no row fails the test.
 */
@RunningService
class ScopeMatrixIT {

    private static final String API = "/api/notification/v1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> PEOPLE = List.of("tom", "ann", "hana", "aud", "ada", "program");

    private static final ScopeMatrix MATRIX = ScopeMatrix.of(PEOPLE, """
        GET /inbox                             | 200 200 200 200 200 200 |
        GET /inbox/unread-count                | 200 200 200 200 200 200 |
        GET /inbox/stream                      | 200 200 200 200 200 200 |
        GET /inbox/{notification}              | 200 404 404 404 404 404 |
        POST /inbox/{notification}/read        | 412 404 404 404 404 404 |
        POST /inbox/{notification}/acknowledge | 412 404 404 404 404 404 |
        POST /inbox/read-all                   | 200 200 200 200 200 200 |
        GET /obligations                       | 200 200 200 200 200 200 |
        GET /obligations/count                 | 200 200 200 200 200 200 |
        """);

    private static final Map<String, String> ROLES =
            Map.of("hana", "HR", "aud", "AUDITOR", "ada", "ADMIN", "program", "INTEGRATION");

    @LocalServerPort
    private int port;

    private final String run = "-" + UUID.randomUUID();
    private String notification = "";

    @BeforeEach
    void tomIsTold(RealKafka kafka) {
        try (var wire = new Wire(kafka.bootstrap())) {
            wire.happens(Approval.of("una" + run).assigned("desk", "tom" + run), "una" + run);
            wire.happens(WorkOfAnn.of("tom" + run, "una" + run).assigned(), "una" + run);
        }
        eventually(() -> assertThat(items("tom", "/inbox?waiting=true")).isNotEmpty());
        eventually(() -> assertThat(items("tom", "/obligations")).isNotEmpty());
        notification = items("tom", "/inbox?waiting=true").getFirst().get("id").asString();
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
        var described = get("tom", "/v3/api-docs");

        assertThat(MATRIX.operations()).isEqualTo(ScopeMatrix.described(JSON.readTree(described.body()), API));
    }

    @Test
    void listsAndCountsHoldWhatIsTheReadersOwn() {
        for (var other : PEOPLE.subList(1, PEOPLE.size())) {
            assertThat(items(other, "/inbox")).as(other).isEmpty();
            assertThat(items(other, "/obligations")).as(other).isEmpty();
            assertThat(JSON.readTree(get(other, "/inbox/unread-count").body())
                            .get("unread")
                            .asInt())
                    .as(other)
                    .isZero();
            assertThat(JSON.readTree(get(other, "/obligations/count").body()).toString())
                    .as(other)
                    .doesNotContainPattern(":[1-9]");
            assertThat(asked(new Row("POST /inbox/read-all", List.of(), ""), other, ""))
                    .isEqualTo("200");
        }
        assertThat(items("tom", "/inbox?unread=true"))
                .as("others have read theirs")
                .isNotEmpty();
        assertThat(JSON.readTree(get("tom", "/obligations/count").body()).toString())
                .containsPattern(":[1-9]");
    }

    @Test
    void whoHasNoTokenIsNobody() {
        for (var path : List.of("/inbox", "/inbox/stream", "/inbox/" + notification, "/obligations")) {
            assertThat(status(request(path))).as(path).isEqualTo(401);
        }
    }

    /** Whoever would be let through comes with a stale revision; for whom there is nothing, with either. */
    private List<String> revisions(Row row, String expected) {
        if (row.reads() || row.operation().endsWith("/read-all")) {
            return List.of("");
        }
        var current = get("tom", "/inbox/" + notification)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return expected.equals("412") ? List.of("\"999\"") : List.of("\"999\"", current);
    }

    private String asked(Row row, String person, String revision) {
        var request = request(row.path().replace("{notification}", notification));
        if (!row.reads()) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        }
        if (!revision.isEmpty()) {
            request.header("If-Match", revision);
        }
        return Integer.toString(status(request.header("Authorization", bearer(person))));
    }

    private List<JsonNode> items(String person, String path) {
        return JSON.readTree(get(person, path).body())
                .get("items")
                .valueStream()
                .toList();
    }

    private HttpResponse<String> get(String person, String path) {
        try {
            return HTTP.send(
                    request(path).header("Authorization", bearer(person)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without waiting for the end of what has none. */
    private static int status(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var behind = path.startsWith("/v3/") ? path : API + path;
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + behind));
    }

    /** Programs hold no role of people. */
    private String bearer(String person) {
        var role = ROLES.getOrDefault(person, "EMPLOYEE");
        var roles = person.equals("program") ? new String[] {role} : new String[] {"EMPLOYEE", role};
        return "Bearer " + TestIdentity.token(person + run, roles);
    }
}
