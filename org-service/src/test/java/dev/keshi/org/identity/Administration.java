package dev.keshi.org.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.Invitation;
import dev.keshi.org.account.Invitations;
import dev.keshi.test.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The first administrator of an enterprise, who makes the accounts that tests need. Everybody has the same password. */
record Administration(Replica replica) {

    static final String ADMIN = "admin";
    static final String PASSWORD = "four words in a row";
    static final String ACCOUNTS = "/api/org/v1/accounts";
    static final String CLIENTS = "/api/org/v1/integration-clients";

    private static final String FIRST = "/account/first-administrator";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param file where the service tells how to become the first administrator */
    static Administration begin(Replica replica, Path file) throws IOException {
        var made = become(replica, link(file), ADMIN);
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        return new Administration(replica);
    }

    /** The path with the token of the link in the file. */
    static String link(Path file) throws IOException {
        Eventually.holds(() -> Files.exists(file));
        var link = Files.readString(file).strip();
        assertThat(link).startsWith(Replica.ISSUER + FIRST + "?token=");
        return link.substring(Replica.ISSUER.length());
    }

    /** Fills in the page behind the link, when there is one. */
    static Browser.Answer become(Replica replica, String link, String name) {
        return fillIn(replica, FIRST, token(link), Map.of("loginName", name, "password", PASSWORD));
    }

    /** An account that has a password. */
    String invited(String name) {
        var id = accountOf(name);
        assertThat(setPassword(id).status()).isEqualTo(303);
        return id;
    }

    /** An account that is invited and has no password yet. */
    String accountOf(String name) {
        replica.bean(Invitations.class)
                .inviteAll(
                        CommandContext.of("system:test"),
                        List.of(new Invitation("p-" + name, name, Set.of("EMPLOYEE"))));
        return AccountId.of("p-" + name).value();
    }

    Browser.Answer setPassword(String id) {
        return accept(replica, invitation(id), PASSWORD);
    }

    /** The token of a new link. */
    String invitation(String id) {
        var answer = send("POST", ACCOUNTS + "/" + id + "/invitation", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var link = JSON.readTree(answer.body()).get("link").asString();
        assertThat(link).startsWith(Replica.ISSUER + "/account/invitation?token=");
        return token(link);
    }

    static Browser.Answer accept(Replica replica, String token, String password) {
        return fillIn(replica, "/account/invitation", token, Map.of("password", password));
    }

    void grant(String id, String... roles) {
        var seen = send("GET", ACCOUNTS + "/" + id, "").header("ETag").orElseThrow();
        var answer = send(
                "PUT",
                ACCOUNTS + "/" + id + "/roles",
                JSON.writeValueAsString(Map.of("roles", roles)),
                Map.of("If-Match", seen));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    Browser.Answer send(String method, String path, String body) {
        return send(method, path, body, Map.of());
    }

    Browser.Answer send(String method, String path, String body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putAll(Console.bearer(Console.accessToken(replica, ADMIN, PASSWORD)));
        return new Browser().json(replica, method, path, body, all);
    }

    private static Browser.Answer fillIn(Replica replica, String path, String token, Map<String, String> fields) {
        var browser = new Browser();
        var page = browser.get(replica, path + "?token=" + token);
        if (page.status() != 200) {
            return page;
        }
        var form = new HashMap<>(fields);
        form.put("token", token);
        form.put("passwordAgain", fields.get("password"));
        form.put("_csrf", page.csrf());
        return browser.post(replica, path, form);
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }
}
