package dev.keshi.org.identity;

import static dev.keshi.org.identity.Administration.ADMIN;
import static dev.keshi.org.identity.Administration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.test.infrastructure.RealMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in at two replicas with one store: what one begins the other goes on with, and what may happen once happens once. */
@RealInfrastructure(ownDatabase = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TwoReplicas replicas;
    private Replica one;
    private Replica other;
    private EventProbe probe;
    private Administration administration;

    @BeforeAll
    void start(RealMongo mongo, RealKafka kafka, @TempDir Path folder) throws IOException {
        var file = folder.resolve("first-administrator");
        replicas = TwoReplicas.start(mongo, kafka, file);
        one = replicas.one();
        other = replicas.other();
        probe = replicas.probe();
        administration = Administration.begin(one, file);
    }

    @AfterAll
    void stop() {
        replicas.close();
    }

    @Test
    void aSignInBegunAtOneReplicaEndsAtTheOther() {
        administration.invited("ann");
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
        administration.invited("bea");
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
        administration.invited("cat");
        var browser = new Browser();
        var code = code(browser, "cat");

        var answers = replicas.atOnce(
                10, (replica, number) -> new Browser().post(replica, "/oauth2/token", Console.exchange(code)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allMatch(answer -> answer.status() == 400 && answer.body().contains("invalid_grant"));
        assertThat(new Browser()
                        .post(one, "/oauth2/token", Console.exchange(code))
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void aCodeNeedsTheVerifierAndTheRedirectItWasMadeFor() {
        administration.invited("dan");
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
        administration.invited("eve");
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
        administration.invited("fay");
        var browser = new Browser();
        browser.get(one, "/login?continue=https://evil.example&redirect=//evil.example");
        assertThat(Console.signIn(browser, one, "fay", PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var answer = new Browser().post(one, "/login", Map.of("username", ADMIN, "password", PASSWORD));
        assertThat(answer.location()).isEqualTo("/login?expired");
        assertThat(new Browser()
                        .post(one, "/account/password", Map.of("currentPassword", PASSWORD))
                        .status())
                .isIn(303, 403);
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
        Administration.accept(one, administration.invitation(administration.accountOf("quy")), secret);
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
}
