package dev.keshi.org.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.Invitation;
import dev.keshi.org.account.Invitations;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two replicas, one store: what one begins the other goes on with, and what may happen once happens once. */
@RealInfrastructure(ownDatabase = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoReplicasIT {

    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "correct horse battery";
    private static final String PASSWORD = "four words in a row";
    private static final String ACCOUNTS = "/api/org/v1/accounts";
    private static final String CLIENTS = "/api/org/v1/integration-clients";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Replica one;
    private Replica other;
    private EventProbe probe;

    @BeforeAll
    void start(RealMongo mongo, RealKafka kafka, @TempDir Path folder) throws IOException {
        var file = folder.resolve("first-administrator");
        var settings = Map.of("keshi.accounts.attempts", "5", "keshi.accounts.lock-out", "1h");
        one = Replica.start(mongo, kafka, file, settings);
        other = Replica.start(mongo, kafka, file, settings);
        probe = EventProbe.fromBeginning(kafka.bootstrap());
        becomeAdministrator(file);
    }

    @AfterAll
    void stop() {
        probe.close();
        one.close();
        other.close();
    }

    /** Several use the link at the same time, at both replicas; one of them becomes the administrator. */
    private void becomeAdministrator(Path file) throws IOException {
        Eventually.holds(() -> Files.exists(file));
        var link = Files.readString(file).strip();
        assertThat(link).startsWith(Replica.ISSUER + "/account/first-administrator?token=");
        var path = link.substring(Replica.ISSUER.length());
        var token = path.substring(path.indexOf('=') + 1);
        var answers = atOnce(8, number -> {
            var browser = new Browser();
            var replica = number % 2 == 0 ? one : other;
            var page = browser.get(replica, path);
            if (page.status() != 200) {
                return page;
            }
            return browser.post(
                    replica,
                    "/account/first-administrator",
                    Map.of(
                            "token", token,
                            "loginName", number == 0 ? ADMIN : ADMIN + number,
                            "password", ADMIN_PASSWORD,
                            "passwordAgain", ADMIN_PASSWORD,
                            "_csrf", page.csrf()));
        });
        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 303).allMatch(answer -> answer.status() == 410);
        assertThat(file).doesNotExist();
        assertThat(new Browser().get(other, path).status()).isEqualTo(410);
    }

    @Test
    void aSignInBegunAtOneReplicaEndsAtTheOther() {
        invited("ann");
        var browser = new Browser();

        var asked = browser.get(one, Console.authorize(Console.request()));
        assertThat(asked.location()).isEqualTo("/login");
        var form = browser.get(other, "/login");
        var anonymous = Map.copyOf(browser.cookies());
        var signedIn =
                browser.post(one, "/login", Map.of("username", " ANN ", "password", PASSWORD, "_csrf", form.csrf()));
        assertThat(browser.cookies()).isNotEqualTo(anonymous);
        assertThat(signedIn.location()).startsWith("/oauth2/authorize?");
        var back = browser.get(other, signedIn.location());
        assertThat(back.location()).startsWith(Console.CALLBACK);
        assertThat(back.parameter("state")).contains("some state");
        var tokens = Console.tokens(browser.post(
                one, "/oauth2/token", Console.exchange(back.parameter("code").orElseThrow())));

        var access = Console.claims(tokens.get("access_token").asString());
        assertThat(Console.header(tokens.get("access_token").asString())
                        .get("typ")
                        .asString())
                .isEqualTo("at+jwt");
        assertThat(access.get("iss").asString()).isEqualTo(Replica.ISSUER);
        assertThat(access.get("sub").asString()).isEqualTo("p-ann");
        assertThat(access.get("aud").asString()).isEqualTo("keshi");
        assertThat(access.get("roles").toString()).isEqualTo("[\"EMPLOYEE\"]");
        assertThat(access.get("epoch").asLong()).isEqualTo(2);
        assertThat(access.get("exp").asLong() - access.get("iat").asLong()).isEqualTo(600);
        assertThat(tokens.has("refresh_token")).isFalse();
        var id = Console.claims(tokens.get("id_token").asString());
        assertThat(id.get("nonce").asString()).isEqualTo("some-nonce");
        assertThat(id.get("sid").asString()).isNotBlank();
        var info = browser.get(
                other,
                "/oauth2/userinfo",
                Console.bearer(tokens.get("access_token").asString()));
        assertThat(info.status()).isEqualTo(200);
        assertThat(JSON.readTree(info.body()).get("preferred_username").asString())
                .isEqualTo("ann");
    }

    @Test
    void theConsoleRenewsSilentlyWhileTheSessionLasts() {
        invited("bea");
        var browser = new Browser();
        var silent = Console.request();
        silent.put("prompt", "none");

        assertThat(browser.get(one, Console.authorize(silent)).parameter("error"))
                .contains("login_required");
        var tokens = signedInTokens(browser, "bea");
        assertThat(browser.get(other, Console.authorize(silent)).parameter("code"))
                .isPresent();

        var out = browser.get(
                other,
                "/oauth2/logout?"
                        + Browser.encoded(Map.of(
                                "id_token_hint",
                                tokens.get("id_token").asString(),
                                "post_logout_redirect_uri",
                                Replica.ISSUER + "/")));
        assertThat(out.location()).isEqualTo(Replica.ISSUER + "/");
        assertThat(browser.get(one, Console.authorize(silent)).parameter("error"))
                .contains("login_required");
    }

    @Test
    void aCodeIsExchangedOnceThoughManyTry() {
        invited("cat");
        var browser = new Browser();
        var code = code(browser, "cat");

        var answers = atOnce(
                10,
                number -> new Browser().post(number % 2 == 0 ? one : other, "/oauth2/token", Console.exchange(code)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeLessThanOrEqualTo(1);
        assertThat(answers)
                .allMatch(answer -> answer.status() == 200 || answer.body().contains("invalid_grant"));
        assertThat(new Browser()
                        .post(one, "/oauth2/token", Console.exchange(code))
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void aCodeNeedsTheVerifierAndTheRedirectItWasMadeFor() {
        invited("dan");
        var wrongVerifier = Console.exchange(code(new Browser(), "dan"));
        wrongVerifier.put("code_verifier", "another-verifier-of-forty-three-characters-or-more");
        var wrongRedirect = Console.exchange(code(new Browser(), "dan"));
        wrongRedirect.put("redirect_uri", Replica.ISSUER + "/elsewhere");

        assertThat(new Browser().post(one, "/oauth2/token", wrongVerifier).body())
                .contains("invalid_grant");
        assertThat(new Browser().post(one, "/oauth2/token", wrongRedirect).body())
                .contains("invalid_grant");
        assertThat(new Browser()
                        .post(one, "/oauth2/token", Console.exchange("made-up"))
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void aForgedRedirectIsShownToNobody() {
        for (var forged : List.of(
                "https://evil.example/callback",
                Replica.ISSUER + "/callback/../evil",
                Replica.ISSUER + "/callback?next=https://evil.example",
                Replica.ISSUER + ".evil.example/callback",
                "http://127.0.0.1:9999/callback",
                "//evil.example/callback")) {
            var request = Console.request();
            request.put("redirect_uri", forged);
            var answer = new Browser().get(one, Console.authorize(request));
            assertThat(answer.status()).as(forged).isEqualTo(400);
            assertThat(answer.location()).as(forged).isEmpty();
        }
        var unknown = Console.request();
        unknown.put("client_id", "nobody");
        assertThat(new Browser().get(one, Console.authorize(unknown)).status()).isEqualTo(400);
    }

    @Test
    void withoutPkceOrWithPlainPkceThereIsNoCode() {
        invited("eve");
        var browser = new Browser();
        signedInTokens(browser, "eve");
        var without = Console.request();
        without.remove("code_challenge");
        without.remove("code_challenge_method");
        var plain = Console.request();
        plain.put("code_challenge_method", "plain");

        for (var request : List.of(without, plain)) {
            var answer = browser.get(one, Console.authorize(request));
            assertThat(answer.parameter("code")).isEmpty();
            assertThat(answer.parameter("error")).contains("invalid_request");
        }
    }

    @Test
    void aSignInLeadsOnlyWhereThisIssuerWasAskedToLead() {
        invited("fay");
        var browser = new Browser();
        browser.get(one, "/login?continue=https://evil.example&redirect=//evil.example");
        assertThat(Console.signIn(browser, one, "fay", PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void fiftyWrongPasswordsAtOnceAreFiveAttemptsAndThenTheRightOneIsRefusedToo() {
        invited("gus");

        var answers = atOnce(
                50, number -> Console.signIn(new Browser(), number % 2 == 0 ? one : other, "gus", "wrong " + number));

        assertThat(answers).allMatch(answer -> answer.location().equals("/login?failed"));
        assertThat(Console.signIn(new Browser(), one, "gus", PASSWORD).location())
                .isEqualTo("/login?failed");
        assertThat(Console.signIn(new Browser(), other, "gus", PASSWORD).location())
                .isEqualTo("/login?failed");
    }

    @Test
    void nobodyLearnsFromTheAnswerWhetherANameExists() {
        invited("hal");
        accountOf("ivy-invited-only");

        var wrong = Console.signIn(new Browser(), one, "hal", "not the password");
        var unknown = Console.signIn(new Browser(), one, "nobody-at-all", "not the password");
        var invitedOnly = Console.signIn(new Browser(), one, "ivy-invited-only", "not the password");
        var impossible = Console.signIn(new Browser(), one, "<script>", "not the password");

        assertThat(List.of(unknown, invitedOnly, impossible))
                .allMatch(answer -> answer.status() == wrong.status()
                        && answer.location().equals(wrong.location())
                        && answer.body().equals(wrong.body()));
    }

    @Test
    void aLinkSetsThePasswordOnceThoughManyUseItAtOnce() {
        var id = accountOf("joe");
        var token = link(id, "invitation");

        var answers = atOnce(10, number -> accept(number % 2 == 0 ? one : other, token, PASSWORD + number));

        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 303).allMatch(answer -> answer.status() == 410);
        assertThat(accept(one, token, PASSWORD).status()).isEqualTo(410);
        var activated = probe.await(
                1,
                event -> event.type().equals("keshi.org.account-activated.v1")
                        && event.key().equals(id),
                Duration.ofSeconds(20));
        assertThat(activated).hasSize(1);
    }

    @Test
    void aNewerLinkTakesThePlaceOfAnOlderOne() {
        var id = accountOf("kim");
        var older = link(id, "invitation");
        var newer = link(id, "invitation");

        assertThat(new Browser().get(one, "/account/invitation?token=" + older).status())
                .isEqualTo(410);
        assertThat(accept(one, newer, "short").status()).isEqualTo(422);
        assertThat(accept(one, newer, "P@ssw0rd2024!").status()).isEqualTo(422);
        assertThat(accept(one, newer, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var answer = new Browser().post(one, "/login", Map.of("username", ADMIN, "password", ADMIN_PASSWORD));
        assertThat(answer.location()).isEqualTo("/login?expired");
        assertThat(new Browser()
                        .post(one, "/account/password", Map.of("currentPassword", ADMIN_PASSWORD))
                        .status())
                .isIn(303, 403);
    }

    @Test
    void changingThePasswordEndsEverySessionAndTokenFromBefore() {
        invited("lea");
        var here = new Browser();
        var elsewhere = new Browser();
        signedInTokens(here, "lea");
        signedInTokens(elsewhere, "lea");
        var codeFromBefore = code(elsewhere, "lea");

        var form = here.get(one, "/account/password");
        var changed = here.post(
                other,
                "/account/password",
                Map.of(
                        "currentPassword",
                        PASSWORD,
                        "password",
                        "five new words in a row",
                        "passwordAgain",
                        "five new words in a row",
                        "_csrf",
                        form.csrf()));

        assertThat(changed.location()).isEqualTo("/login?changed");
        var silent = Console.request();
        silent.put("prompt", "none");
        assertThat(elsewhere.get(one, Console.authorize(silent)).parameter("error"))
                .contains("login_required");
        assertThat(elsewhere
                        .post(one, "/oauth2/token", Console.exchange(codeFromBefore))
                        .body())
                .contains("invalid_grant");
        assertThat(Console.signIn(new Browser(), one, "lea", PASSWORD).location())
                .isEqualTo("/login?failed");
        assertThat(Console.accessToken(one, "lea", "five new words in a row")).isNotBlank();
    }

    @Test
    void aLockedAccountIsOutAtOnceAndItsTokensSoonAfter() {
        var id = invited("mia");
        grant(id, "EMPLOYEE", "AUDITOR");
        var token = Console.accessToken(one, "mia", PASSWORD);
        assertThat(new Browser()
                        .get(one, ACCOUNTS + "/" + id, Console.bearer(token))
                        .status())
                .isEqualTo(200);

        assertThat(asAdministrator("POST", ACCOUNTS + "/" + id + "/lock", "{}").status())
                .isEqualTo(200);

        assertThat(Console.signIn(new Browser(), other, "mia", PASSWORD).location())
                .isEqualTo("/login?failed");
        Eventually.holds(() -> new Browser()
                        .get(other, ACCOUNTS + "/" + id, Console.bearer(token))
                        .status()
                == 401);
        var locked = probe.awaitOne("keshi.org.account-locked.v1", id, Duration.ofSeconds(20));
        assertThat(locked.json()).contains("\"roles\":[]");
    }

    @Test
    void oneHandsOnOnlyWhatOneHolds() {
        var hr = invited("nia");
        grant(hr, "EMPLOYEE", "HR");
        var auditor = accountOf("oda");
        grant(auditor, "AUDITOR");
        var plain = accountOf("pia");
        var token = Console.accessToken(one, "nia", PASSWORD);
        var browser = new Browser();

        assertThat(browser.json(one, "POST", ACCOUNTS + "/" + plain + "/invitation", "", Console.bearer(token))
                        .status())
                .isEqualTo(201);
        assertThat(browser.json(one, "POST", ACCOUNTS + "/" + auditor + "/invitation", "", Console.bearer(token))
                        .status())
                .isEqualTo(403);
        assertThat(browser.json(one, "POST", ACCOUNTS + "/" + plain + "/lock", "", Console.bearer(token))
                        .status())
                .isEqualTo(403);
        assertThat(asAdministrator("POST", ACCOUNTS + "/" + theAdministrator() + "/lock", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aProgramGetsTokensWithItsSecretUntilItIsReplaced() {
        var registered = asAdministrator("POST", CLIENTS, "{\"name\":\"ERP\",\"roles\":[\"INTEGRATION\",\"HR\"]}");
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        var told = JSON.readTree(registered.body());
        var id = told.get("clientId").asString();
        var secret = told.get("clientSecret").asString();

        var tokens = Console.tokens(clientToken(id, secret));
        var claims = Console.claims(tokens.get("access_token").asString());
        assertThat(claims.get("sub").asString()).isEqualTo(id);
        assertThat(claims.get("aud").asString()).isEqualTo("keshi");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"HR\",\"INTEGRATION\"]");
        var bearer = Console.bearer(tokens.get("access_token").asString());
        assertThat(new Browser().get(other, ACCOUNTS, bearer).status()).isEqualTo(200);
        assertThat(clientToken(id, "guessed").status()).isEqualTo(401);
        assertThat(clientToken("nobody", secret).status()).isEqualTo(401);

        var replaced = JSON.readTree(
                asAdministrator("POST", CLIENTS + "/" + id + "/secret", "").body());
        assertThat(clientToken(id, secret).status()).isEqualTo(401);
        assertThat(clientToken(id, replaced.get("clientSecret").asString()).status())
                .isEqualTo(200);
        Eventually.holds(() -> new Browser().get(other, ACCOUNTS, bearer).status() == 401);
        assertThat(new Browser().get(one, CLIENTS, bearer).status()).isIn(401, 403);
    }

    @Test
    void discoverySpeaksOfTheGatewayOnly() {
        var discovery = new Browser().get(one, "/.well-known/openid-configuration");
        var told = JSON.readTree(discovery.body());
        assertThat(told.get("issuer").asString()).isEqualTo(Replica.ISSUER);
        assertThat(told.get("authorization_endpoint").asString()).isEqualTo(Replica.ISSUER + "/oauth2/authorize");
        assertThat(told.get("end_session_endpoint").asString()).isEqualTo(Replica.ISSUER + "/oauth2/logout");
        assertThat(told.get("userinfo_endpoint").asString()).isEqualTo(Replica.ISSUER + "/oauth2/userinfo");
        assertThat(told.get("grant_types_supported").toString())
                .isEqualTo("[\"authorization_code\",\"client_credentials\"]");
        var keys =
                JSON.readTree(new Browser().get(other, "/oauth2/jwks").body()).get("keys");
        assertThat(keys.size()).isPositive();
        keys.forEach(key -> assertThat(key.has("d")).isFalse());
        var published = probe.await(
                1, event -> event.type().equals("keshi.org.signing-key-published.v1"), Duration.ofSeconds(20));
        assertThat(published.getFirst().json()).doesNotContain("\\\"d\\\"");
    }

    @Test
    void nothingInTheStoreOpensAnything(RealMongo mongo) {
        var secret = "words nobody else has";
        accept(one, link(accountOf("quy"), "invitation"), secret);
        var browser = new Browser();
        browser.get(one, Console.authorize(Console.request()));
        var back = Console.signIn(browser, one, "quy", secret);
        var code = browser.get(one, back.location()).parameter("code").orElseThrow();
        var token = Console.tokens(browser.post(one, "/oauth2/token", Console.exchange(code)))
                .get("access_token")
                .asString();
        var session = new String(Base64.getDecoder().decode(browser.cookies().get("KESHI_SESSION")));

        try (var client = com.mongodb.client.MongoClients.create(mongo.uri())) {
            var dump = new StringBuilder();
            var database = client.getDatabase(mongo.database());
            for (var name : database.listCollectionNames()) {
                database.getCollection(name).find().forEach(document -> dump.append(document.toJson()));
            }
            assertThat(dump).doesNotContain(secret, code, token, session);
        }
    }

    @Test
    void thePagesCarryNoScriptAndCannotBeFramed() {
        var page = new Browser().get(one, "/login");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(page.header("X-Frame-Options")).contains("DENY");
        assertThat(page.body())
                .contains("<html lang=\"en\">")
                .doesNotContain("<script")
                .doesNotContain("style=");
        assertThat(page.raw().headers().allValues("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(new Browser().get(one, "/account/style.css").status()).isEqualTo(200);
    }

    @Test
    void anInvitedAccountOfAnImportIsLeftAsItIsWhenItComesAgain() {
        var context = CommandContext.of("system:test");
        var people = List.of(new Invitation("p-ria", "ria", Set.of("EMPLOYEE")));
        one.bean(Invitations.class).inviteAll(context, people);
        other.bean(Invitations.class).inviteAll(context, people);
        assertThat(asAdministrator("GET", ACCOUNTS + "?loginName=ria", "").body())
                .contains("INVITED");
    }

    private JsonNode signedInTokens(Browser browser, String name) {
        return Console.tokens(browser.post(one, "/oauth2/token", Console.exchange(code(browser, name))));
    }

    private String code(Browser browser, String name) {
        var asked = browser.get(one, Console.authorize(Console.request()));
        if (asked.parameter("code").isPresent()) {
            return asked.parameter("code").orElseThrow();
        }
        var back = Console.signIn(browser, other, name, PASSWORD);
        return browser.get(one, back.location()).parameter("code").orElseThrow();
    }

    private Browser.Answer clientToken(String id, String secret) {
        var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes());
        return new Browser()
                .post(
                        one,
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", "keshi"),
                        Map.of("Authorization", "Basic " + basic));
    }

    /** An account that has a password. */
    private String invited(String name) {
        var id = accountOf(name);
        assertThat(accept(one, link(id, "invitation"), PASSWORD).status()).isEqualTo(303);
        return id;
    }

    private String accountOf(String name) {
        one.bean(Invitations.class)
                .inviteAll(
                        CommandContext.of("system:test"),
                        List.of(new Invitation("p-" + name, name, Set.of("EMPLOYEE"))));
        return AccountId.of("p-" + name).value();
    }

    private String link(String id, String kind) {
        var answer = asAdministrator("POST", ACCOUNTS + "/" + id + "/" + kind, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var link = JSON.readTree(answer.body()).get("link").asString();
        assertThat(link).startsWith(Replica.ISSUER + "/account/invitation?token=");
        return link.substring(link.indexOf('=') + 1);
    }

    private Browser.Answer accept(Replica replica, String token, String password) {
        var browser = new Browser();
        var page = browser.get(replica, "/account/invitation?token=" + token);
        if (page.status() != 200) {
            return page;
        }
        return browser.post(
                replica,
                "/account/invitation",
                Map.of("token", token, "password", password, "passwordAgain", password, "_csrf", page.csrf()));
    }

    private void grant(String id, String... roles) {
        var account = asAdministrator("GET", ACCOUNTS + "/" + id, "");
        var answer = new Browser()
                .json(
                        one,
                        "PUT",
                        ACCOUNTS + "/" + id + "/roles",
                        JSON.writeValueAsString(Map.of("roles", roles)),
                        Map.of(
                                "Authorization",
                                "Bearer " + administrator(),
                                "If-Match",
                                account.header("ETag").orElseThrow()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String theAdministrator() {
        return JSON.readTree(
                        asAdministrator("GET", ACCOUNTS + "?role=ADMIN", "").body())
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private Browser.Answer asAdministrator(String method, String path, String body) {
        return method.equals("GET")
                ? new Browser().get(one, path, Console.bearer(administrator()))
                : new Browser().json(one, method, path, body, Console.bearer(administrator()));
    }

    private String administratorToken = "";

    private synchronized String administrator() {
        if (administratorToken.isEmpty()) {
            for (var name : names()) {
                var browser = new Browser();
                browser.get(one, Console.authorize(Console.request()));
                var back = Console.signIn(browser, one, name, ADMIN_PASSWORD);
                if (!back.location().equals("/login?failed")) {
                    var code =
                            browser.get(one, back.location()).parameter("code").orElseThrow();
                    administratorToken = Console.tokens(browser.post(one, "/oauth2/token", Console.exchange(code)))
                            .get("access_token")
                            .asString();
                    break;
                }
            }
        }
        return administratorToken;
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        names.add(ADMIN);
        for (int number = 1; number < 8; number++) {
            names.add(ADMIN + number);
        }
        return names;
    }

    private interface Numbered<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int count, Numbered<T> work) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (int number = 0; number < count; number++) {
                int mine = number;
                Callable<T> task = () -> {
                    start.await();
                    return work.run(mine);
                };
                running.add(threads.submit(task));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var task : running) {
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
