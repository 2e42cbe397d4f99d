package dev.keshi.org.identity;

import static dev.keshi.org.identity.Administration.ACCOUNTS;
import static dev.keshi.org.identity.Administration.CLIENTS;
import static dev.keshi.org.identity.Administration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is refused, and to whom. */
@RealInfrastructure(ownDatabase = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Replica replica;
    private Administration administration;

    @BeforeAll
    void start(RealMongo mongo, RealKafka kafka, @TempDir Path folder) throws IOException {
        var file = folder.resolve("first-administrator");
        replica = Replica.start(mongo, kafka, file, Map.of());
        administration = Administration.begin(replica, file);
    }

    @AfterAll
    void stop() {
        replica.close();
    }

    @Test
    void aClientThatSaysNothingAboutItselfIsToldWhatIsWrong() {
        var silent = new Browser().post(replica, "/oauth2/token", Map.of("grant_type", "client_credentials"));
        assertThat(silent.status()).isEqualTo(401);
        assertThat(silent.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(silent.header("WWW-Authenticate")).hasValue("Basic realm=\"keshi\"");
        var wrong = new Browser()
                .post(
                        replica,
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "client_id", "nobody", "client_secret", "nothing"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("\"error\":\"invalid_client\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/oauth2/token", "/account/invitation"})
    void aFormThatCannotBeReadIsRefused(String path) {
        var many = IntStream.range(0, 5_000).boxed().collect(Collectors.toMap(number -> "a" + number, number -> "1"));
        assertThat(new Browser().post(replica, path, many).status()).isBetween(400, 499);
        assertThat(new Browser()
                        .post(replica, path, Map.of("a", "x".repeat(3_000_000)))
                        .status())
                .isBetween(400, 499);
        assertThat(new Browser().get(replica, path + "?a=%FF").status()).isBetween(400, 499);
    }

    @Test
    void withoutAnEmbeddedIssuerThereAreNoPagesAndNoEndpoints(RealMongo mongo, RealKafka kafka, @TempDir Path folder) {
        try (var plain =
                Replica.start(mongo, kafka, folder.resolve("none"), Map.of("keshi.identity.embedded", "false"))) {
            for (var path : List.of(
                    "/login",
                    "/oauth2/authorize",
                    "/oauth2/jwks",
                    "/.well-known/openid-configuration",
                    "/account/password",
                    CLIENTS)) {
                assertThat(new Browser().get(plain, path).status()).as(path).isIn(401, 403, 404);
            }
        }
    }

    @Test
    void administrationIsForAdministrators() {
        var id = administration.invited("fay");
        var employee = new HashMap<>(Console.bearer(Console.accessToken(replica, "fay", PASSWORD)));
        employee.put("If-Match", "\"1\"");
        var browser = new Browser();

        assertThat(browser.get(replica, ACCOUNTS).status()).isEqualTo(401);
        assertThat(browser.get(replica, ACCOUNTS, employee).status()).isEqualTo(403);
        for (var action : List.of("/invitation", "/password-reset", "/lock", "/unlock", "/close")) {
            assertThat(browser.json(replica, "POST", ACCOUNTS + "/" + id + action, "", employee)
                            .status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(browser.json(replica, "POST", CLIENTS, "{\"name\":\"x\",\"roles\":[\"INTEGRATION\"]}", employee)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aChangeOfRolesNamesTheVersionItSaw() {
        var id = administration.accountOf("gil");
        var path = ACCOUNTS + "/" + id + "/roles";
        var body = "{\"roles\":[\"EMPLOYEE\",\"HR\"]}";

        assertThat(administration.send("PUT", path, body, Map.of()).status()).isEqualTo(428);
        assertThat(administration
                        .send("PUT", path, body, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
        assertThat(administration
                        .send("PUT", path, body, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(administration
                        .send("PUT", path, "{\"roles\":[\"INTEGRATION\"]}", Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(400);
        assertThat(administration
                        .send("PUT", path, "{\"roles\":[\"HR\"],\"more\":1}", Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(400);
        assertThat(administration
                        .send("POST", ACCOUNTS + "/nobody/lock", "", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoLeavesTheEnterpriseIsOut() {
        var department =
                created("/api/org/v1/departments", "{\"code\":\"HQ\",\"name\":\"总部\",\"openedOn\":\"2020-01-01\"}");
        var person = created(
                "/api/org/v1/people",
                JSON.writeValueAsString(Map.of(
                        "employeeNumber", "E1", "name", "王伟", "departmentId", department, "hiredOn", "2021-01-01")));
        var account = created(
                ACCOUNTS,
                JSON.writeValueAsString(
                        Map.of("personId", person, "loginName", "wangwei1", "roles", List.of("EMPLOYEE"))));
        assertThat(administration.setPassword(account).status()).isEqualTo(303);
        var token = Console.accessToken(replica, "wangwei1", PASSWORD);
        assertThat(new Browser()
                        .get(replica, "/api/org/v1/people/me", Console.bearer(token))
                        .status())
                .isEqualTo(200);

        var separate = "/api/org/v1/people/" + person + "/separate";
        assertThat(administration
                        .send("POST", separate, "{}", Map.of("If-Match", "\"1\""))
                        .status())
                .as("nobody leaves because a field was forgotten")
                .isEqualTo(400);
        var separated =
                administration.send("POST", separate, "{\"separatedOn\":\"2022-01-01\"}", Map.of("If-Match", "\"1\""));

        assertThat(separated.status()).as(separated.body()).isLessThan(300);
        assertThat(Console.signIn(new Browser(), replica, "wangwei1", PASSWORD).location())
                .isEqualTo("/login?failed");
        Eventually.holds(() -> new Browser()
                        .get(replica, "/api/org/v1/people/me", Console.bearer(token))
                        .status()
                == 401);
        assertThat(administration
                        .send("GET", ACCOUNTS + "?personId=" + person, "", Map.of())
                        .body())
                .contains("LOCKED");
    }

    @Test
    void anAccountIsForSomebodyWhoIsKnownAndHasNone() {
        var body = Map.of("personId", "p-nobody", "loginName", "nobody", "roles", List.of("EMPLOYEE"));
        assertThat(administration
                        .send("POST", ACCOUNTS, JSON.writeValueAsString(body), Map.of())
                        .status())
                .isEqualTo(422);
        var wrongName = Map.of("personId", "p-nobody", "loginName", "No Body", "roles", List.of("EMPLOYEE"));
        assertThat(administration
                        .send("POST", ACCOUNTS, JSON.writeValueAsString(wrongName), Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSecretIsToldOnceAlthoughTheRequestIsRepeated(RealMongo mongo) {
        var body = "{\"name\":\"ERP\",\"roles\":[\"INTEGRATION\"]}";
        var key = Map.of("Idempotency-Key", "register-erp");

        var first =
                JSON.readTree(administration.send("POST", CLIENTS, body, key).body());
        var second =
                JSON.readTree(administration.send("POST", CLIENTS, body, key).body());

        assertThat(second.get("clientId")).isEqualTo(first.get("clientId"));
        assertThat(second.has("clientSecret")).isFalse();
        try (var client = com.mongodb.client.MongoClients.create(mongo.uri())) {
            var database = client.getDatabase(mongo.database());
            for (var name : database.listCollectionNames()) {
                for (var document : database.getCollection(name).find()) {
                    assertThat(document.toJson())
                            .doesNotContain(first.get("clientSecret").asString());
                }
            }
        }
        assertThat(administration
                        .send("POST", CLIENTS, "{\"name\":\"x\",\"roles\":[\"INTEGRATION\",\"ADMIN\"]}", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void pagesSpeakChineseFirstAndEnglishWhenAsked() {
        var browser = new Browser();
        assertThat(browser.get(replica, "/login").body()).contains("lang=\"en\"", "Sign in");
        var chinese = browser.getIn("zh-CN,zh;q=0.9,en;q=0.5", replica, "/login");
        assertThat(chinese.body()).contains("lang=\"zh-CN\"", "登录名");
    }

    private String created(String path, String body) {
        var answer = administration.send("POST", path, body, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var location = answer.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
