package dev.keshi.org.identity;

import static dev.keshi.org.identity.Administration.ACCOUNTS;
import static dev.keshi.org.identity.Administration.CLIENTS;
import static dev.keshi.org.identity.Administration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.account.Invitation;
import dev.keshi.org.account.Invitations;
import dev.keshi.test.Eventually;
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
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Accounts at two replicas with one store: passwords, links, rights and the programs that have a secret. */
@RealInfrastructure(ownDatabase = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {

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
    void fiftyWrongPasswordsAtOnceAreFiveAttemptsAndThenTheRightOneIsRefusedToo() {
        administration.invited("gus");

        var answers = replicas.atOnce(
                50, (replica, number) -> Console.signIn(new Browser(), replica, "gus", "wrong " + number));

        assertThat(answers).allMatch(answer -> answer.location().equals("/login?failed"));
        assertThat(Console.signIn(new Browser(), one, "gus", PASSWORD).location())
                .isEqualTo("/login?failed");
        assertThat(Console.signIn(new Browser(), other, "gus", PASSWORD).location())
                .isEqualTo("/login?failed");
    }

    @Test
    void nobodyLearnsFromTheAnswerWhetherANameExists() {
        administration.invited("hal");
        administration.accountOf("ivy-invited-only");

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
        var id = administration.accountOf("joe");
        var token = administration.invitation(id);

        var answers =
                replicas.atOnce(10, (replica, number) -> Administration.accept(replica, token, PASSWORD + number));

        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 303).allMatch(answer -> answer.status() == 410);
        assertThat(Administration.accept(one, token, PASSWORD).status()).isEqualTo(410);
        var activated = probe.await(
                1,
                event -> event.type().equals("keshi.org.account-activated.v1")
                        && event.key().equals(id),
                Duration.ofSeconds(20));
        assertThat(activated).hasSize(1);
    }

    @Test
    void aNewerLinkTakesThePlaceOfAnOlderOne() {
        var id = administration.accountOf("kim");
        var older = administration.invitation(id);
        var newer = administration.invitation(id);

        assertThat(new Browser().get(one, "/account/invitation?token=" + older).status())
                .isEqualTo(410);
        assertThat(Administration.accept(one, newer, "short").status()).isEqualTo(422);
        assertThat(Administration.accept(one, newer, "P@ssw0rd2024!").status()).isEqualTo(422);
        assertThat(Administration.accept(one, newer, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void changingThePasswordEndsEverySessionAndTokenFromBefore() {
        var id = administration.invited("lea");
        administration.grant(id, "EMPLOYEE", "AUDITOR");
        var here = new Browser();
        var elsewhere = new Browser();
        var tokens = List.of(accessToken(here, "lea"), accessToken(elsewhere, "lea"));
        assertThat(tokens).allMatch(token -> statusWith(token, id) == 200);
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
        for (var browser : List.of(here, elsewhere)) {
            assertThat(browser.get(one, Console.authorize(silent)).parameter("error"))
                    .contains("login_required");
        }
        Eventually.eventually(() -> assertThat(tokens).allMatch(token -> statusWith(token, id) == 401));
        assertThat(elsewhere
                        .post(one, "/oauth2/token", Console.exchange(codeFromBefore))
                        .body())
                .contains("invalid_grant");
        assertThat(Console.signIn(new Browser(), one, "lea", PASSWORD).location())
                .isEqualTo("/login?failed");
        assertThat(statusWith(Console.accessToken(one, "lea", "five new words in a row"), id))
                .isEqualTo(200);
    }

    @Test
    void aLockedAccountIsOutAtOnceAndItsTokensSoonAfter() {
        var id = administration.invited("mia");
        administration.grant(id, "EMPLOYEE", "AUDITOR");
        var token = Console.accessToken(one, "mia", PASSWORD);
        assertThat(new Browser()
                        .get(one, ACCOUNTS + "/" + id, Console.bearer(token))
                        .status())
                .isEqualTo(200);

        assertThat(administration
                        .send("POST", ACCOUNTS + "/" + id + "/lock", "{}")
                        .status())
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
        var hr = administration.invited("nia");
        administration.grant(hr, "EMPLOYEE", "HR");
        var auditor = administration.accountOf("oda");
        administration.grant(auditor, "AUDITOR");
        var plain = administration.accountOf("pia");
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
        assertThat(administration
                        .send("POST", ACCOUNTS + "/" + theAdministrator() + "/lock", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aProgramGetsTokensWithItsSecretUntilItIsReplaced() {
        var registered = administration.send("POST", CLIENTS, "{\"name\":\"ERP\",\"roles\":[\"INTEGRATION\",\"HR\"]}");
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
                administration.send("POST", CLIENTS + "/" + id + "/secret", "").body());
        assertThat(clientToken(id, secret).status()).isEqualTo(401);
        assertThat(clientToken(id, replaced.get("clientSecret").asString()).status())
                .isEqualTo(200);
        Eventually.holds(() -> new Browser().get(other, ACCOUNTS, bearer).status() == 401);
        assertThat(new Browser().get(one, CLIENTS, bearer).status()).isIn(401, 403);
    }

    @Test
    void anInvitedAccountOfAnImportIsLeftAsItIsWhenItComesAgain() {
        var context = CommandContext.of("system:test");
        var people = List.of(new Invitation("p-ria", "ria", Set.of("EMPLOYEE")));
        one.bean(Invitations.class).inviteAll(context, people);
        other.bean(Invitations.class).inviteAll(context, people);
        assertThat(administration.send("GET", ACCOUNTS + "?loginName=ria", "").body())
                .contains("INVITED");
    }

    private String theAdministrator() {
        return JSON.readTree(
                        administration.send("GET", ACCOUNTS + "?role=ADMIN", "").body())
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    /** What the other replica answers to somebody with the token who looks at an account. */
    private int statusWith(String token, String account) {
        return new Browser()
                .get(other, ACCOUNTS + "/" + account, Console.bearer(token))
                .status();
    }

    private String accessToken(Browser browser, String name) {
        return Console.tokens(browser.post(one, "/oauth2/token", Console.exchange(code(browser, name))))
                .get("access_token")
                .asString();
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
}
