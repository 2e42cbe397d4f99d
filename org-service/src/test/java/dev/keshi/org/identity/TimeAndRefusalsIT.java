package dev.keshi.org.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.Invitation;
import dev.keshi.org.account.Invitations;
import dev.keshi.org.identity.signing.SigningKeys;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What ends by time, and what is refused. */
@RealInfrastructure(ownDatabase = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeAndRefusalsIT {

    private static final String PASSWORD = "four words in a row";
    private static final String ACCOUNTS = "/api/org/v1/accounts";
    private static final String CLIENTS = "/api/org/v1/integration-clients";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Replica replica;
    private MovableClock clock;

    @Configuration(proxyBeanMethods = false)
    static class Time {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @BeforeAll
    void start(RealMongo mongo, RealKafka kafka, @TempDir Path folder) throws IOException {
        var file = folder.resolve("first-administrator");
        replica = Replica.start(
                mongo,
                kafka,
                file,
                Map.of("keshi.accounts.attempts", "3", "keshi.accounts.lock-out", "1s"),
                Time.class);
        clock = replica.bean(MovableClock.class);
        Eventually.holds(() -> Files.exists(file));
        var link = Files.readString(file).strip().substring(Replica.ISSUER.length());
        aNameThatIsNoneIsShownAsTextAndTheLinkStaysGood(link);
        var made = createAdministrator(link, "admin");
        assertThat(made.status()).as(made.body()).isEqualTo(303);
    }

    private void aNameThatIsNoneIsShownAsTextAndTheLinkStaysGood(String link) {
        var answer = createAdministrator(link, "\"><script>alert(1)</script>");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    private Browser.Answer createAdministrator(String link, String name) {
        var browser = new Browser();
        var form = browser.get(replica, link);
        return browser.post(
                replica,
                "/account/first-administrator",
                Map.of(
                        "token", link.substring(link.indexOf('=') + 1),
                        "loginName", name,
                        "password", PASSWORD,
                        "passwordAgain", PASSWORD,
                        "_csrf", form.csrf()));
    }

    @AfterAll
    void stop() {
        replica.close();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndInAnyCaseAfterTwelveHours() {
        invited("ann");
        var idle = signedIn("ann");
        clock.forward(Duration.ofMinutes(29));
        assertThat(stillSignedIn(idle)).isTrue();
        clock.forward(Duration.ofMinutes(31));
        assertThat(stillSignedIn(idle)).isFalse();

        clock.reset();
        var busy = signedIn("ann");
        for (int request = 0; request < 24; request++) {
            assertThat(stillSignedIn(busy)).isTrue();
            clock.forward(Duration.ofMinutes(29));
        }
        clock.forward(Duration.ofMinutes(25));
        assertThat(stillSignedIn(busy)).isFalse();
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
    void aLinkEndsAfterSevenDays() {
        var token = link(accountOf("bob"));
        clock.forward(Duration.ofDays(7));
        assertThat(new Browser()
                        .get(replica, "/account/invitation?token=" + token)
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aLockOutEndsByItself() {
        invited("cid");
        for (int attempt = 0; attempt < 3; attempt++) {
            Console.signIn(new Browser(), replica, "cid", "wrong");
        }
        assertThat(Console.signIn(new Browser(), replica, "cid", PASSWORD).location())
                .isEqualTo("/login?failed");
        Eventually.holds(() -> Console.signIn(new Browser(), replica, "cid", PASSWORD)
                .location()
                .equals("/"));
    }

    @Test
    void aKeyIsShownADayBeforeItSigns() {
        invited("dee");
        var keys = replica.bean(SigningKeys.class);
        assertThat(kidOf("dee")).isEqualTo("key-1");

        clock.forward(Duration.ofDays(29));
        keys.lookAfter();
        assertThat(shownKeys()).isEqualTo(List.of("key-1", "key-2"));
        assertThat(kidOf("dee")).isEqualTo("key-1");

        clock.forward(Duration.ofDays(1));
        assertThat(kidOf("dee")).isEqualTo("key-2");
        clock.forward(Duration.ofDays(3));
        assertThat(shownKeys()).isEqualTo(List.of("key-2"));
    }

    @Test
    void anExpiredCodeIsRefused(RealMongo mongo, RealKafka kafka, @TempDir Path folder) {
        invited("eli");
        try (var hasty =
                Replica.start(mongo, kafka, folder.resolve("none"), Map.of("keshi.identity.code-lifetime", "1s"))) {
            var browser = new Browser();
            browser.get(hasty, Console.authorize(Console.request()));
            var back = Console.signIn(browser, hasty, "eli", PASSWORD);
            var code = browser.get(hasty, back.location()).parameter("code").orElseThrow();
            var end = Instant.now().plusSeconds(1);
            Eventually.holds(() -> Instant.now().isAfter(end));
            assertThat(browser.post(hasty, "/oauth2/token", Console.exchange(code))
                            .body())
                    .contains("invalid_grant");
            assertThat(folder.resolve("none")).doesNotExist();
        }
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
        var id = invited("fay");
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
        var id = accountOf("gil");
        var path = ACCOUNTS + "/" + id + "/roles";
        var body = "{\"roles\":[\"EMPLOYEE\",\"HR\"]}";

        assertThat(administer("PUT", path, body, Map.of()).status()).isEqualTo(428);
        assertThat(administer("PUT", path, body, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(200);
        assertThat(administer("PUT", path, body, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(412);
        assertThat(administer("PUT", path, "{\"roles\":[\"INTEGRATION\"]}", Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(400);
        assertThat(administer("PUT", path, "{\"roles\":[\"HR\"],\"more\":1}", Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(400);
        assertThat(administer("POST", ACCOUNTS + "/nobody/lock", "", Map.of()).status())
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
        assertThat(setPassword(account).status()).isEqualTo(303);
        var token = Console.accessToken(replica, "wangwei1", PASSWORD);
        assertThat(new Browser()
                        .get(replica, "/api/org/v1/people/me", Console.bearer(token))
                        .status())
                .isEqualTo(200);

        var separate = "/api/org/v1/people/" + person + "/separate";
        assertThat(administer("POST", separate, "{}", Map.of("If-Match", "\"1\""))
                        .status())
                .as("nobody leaves because a field was forgotten")
                .isEqualTo(400);
        var separated = administer("POST", separate, "{\"separatedOn\":\"2022-01-01\"}", Map.of("If-Match", "\"1\""));

        assertThat(separated.status()).as(separated.body()).isLessThan(300);
        assertThat(Console.signIn(new Browser(), replica, "wangwei1", PASSWORD).location())
                .isEqualTo("/login?failed");
        Eventually.holds(() -> new Browser()
                        .get(replica, "/api/org/v1/people/me", Console.bearer(token))
                        .status()
                == 401);
        assertThat(administer("GET", ACCOUNTS + "?personId=" + person, "", Map.of())
                        .body())
                .contains("LOCKED");
    }

    @Test
    void anAccountIsForSomebodyWhoIsKnownAndHasNone() {
        var body = Map.of("personId", "p-nobody", "loginName", "nobody", "roles", List.of("EMPLOYEE"));
        assertThat(administer("POST", ACCOUNTS, JSON.writeValueAsString(body), Map.of())
                        .status())
                .isEqualTo(422);
        var wrongName = Map.of("personId", "p-nobody", "loginName", "No Body", "roles", List.of("EMPLOYEE"));
        assertThat(administer("POST", ACCOUNTS, JSON.writeValueAsString(wrongName), Map.of())
                        .status())
                .isEqualTo(400);
    }

    private String created(String path, String body) {
        var answer = administer("POST", path, body, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var location = answer.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void aSecretIsToldOnceAlthoughTheRequestIsRepeated(RealMongo mongo) {
        var body = "{\"name\":\"ERP\",\"roles\":[\"INTEGRATION\"]}";
        var key = Map.of("Idempotency-Key", "register-erp");

        var first = JSON.readTree(administer("POST", CLIENTS, body, key).body());
        var second = JSON.readTree(administer("POST", CLIENTS, body, key).body());

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
        assertThat(administer("POST", CLIENTS, "{\"name\":\"x\",\"roles\":[\"INTEGRATION\",\"ADMIN\"]}", Map.of())
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

    private boolean stillSignedIn(Browser browser) {
        var silent = Console.request();
        silent.put("prompt", "none");
        return browser.get(replica, Console.authorize(silent)).parameter("code").isPresent();
    }

    private Browser signedIn(String name) {
        var browser = new Browser();
        assertThat(Console.signIn(browser, replica, name, PASSWORD).location()).isEqualTo("/");
        return browser;
    }

    private String kidOf(String name) {
        return Console.header(Console.accessToken(replica, name, PASSWORD))
                .get("kid")
                .asString();
    }

    private List<String> shownKeys() {
        return JSON.readTree(new Browser().get(replica, "/oauth2/jwks").body())
                .get("keys")
                .valueStream()
                .map(key -> key.get("kid").asString())
                .sorted()
                .toList();
    }

    private String invited(String name) {
        var id = accountOf(name);
        assertThat(setPassword(id).status()).isEqualTo(303);
        return id;
    }

    private Browser.Answer setPassword(String id) {
        var token = link(id);
        var browser = new Browser();
        var form = browser.get(replica, "/account/invitation?token=" + token);
        return browser.post(
                replica,
                "/account/invitation",
                Map.of("token", token, "password", PASSWORD, "passwordAgain", PASSWORD, "_csrf", form.csrf()));
    }

    private String accountOf(String name) {
        replica.bean(Invitations.class)
                .inviteAll(
                        CommandContext.of("system:test"),
                        List.of(new Invitation("p-" + name, name, Set.of("EMPLOYEE"))));
        return AccountId.of("p-" + name).value();
    }

    private String link(String id) {
        var answer = administer("POST", ACCOUNTS + "/" + id + "/invitation", "", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var link = JSON.readTree(answer.body()).get("link").asString();
        return link.substring(link.indexOf('=') + 1);
    }

    private Browser.Answer administer(String method, String path, String body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putAll(Console.bearer(Console.accessToken(replica, "admin", PASSWORD)));
        return new Browser().json(replica, method, path, body, all);
    }
}
