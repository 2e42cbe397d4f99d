package dev.keshi.launcher.demo;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.launcher.client.AccountPages;
import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Accounts of the demo enterprise. Each has a password of its own under {@code .keshi/secrets}, chosen by accepting an invitation as anybody would;
 * an account that nobody has accepted yet is invited and accepted when it is first wanted.
 */
public final class Accounts {

    /** The login name of the one who administers the demo enterprise. */
    public static final String ADMINISTRATOR = "admin";

    private final String gateway;
    private final StateFolder state;
    private final Path administratorLink;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /** @param administratorLink file with the one-time link, as long as there is no administrator */
    public Accounts(String gateway, StateFolder state, Path administratorLink) {
        this.gateway = gateway;
        this.state = state;
        this.administratorLink = administratorLink;
    }

    /** Someone of the demo enterprise, signed in. */
    public Caller caller(String login) {
        Caller known = callers.get(login);
        if (known == null) {
            known = open(login);
            callers.put(login, known);
        }
        return known;
    }

    public String password(String login) {
        return state.secrets().password(secret(login));
    }

    /** Makes the administrator through the one-time link, when there is none yet. */
    public Caller administrator() {
        oneTimeLink()
                .ifPresent(link -> AccountPages.makeFirstAdministrator(link, ADMINISTRATOR, password(ADMINISTRATOR)));
        return caller(ADMINISTRATOR);
    }

    public Optional<String> oneTimeLink() {
        try {
            return Optional.of(Files.readString(administratorLink).strip()).filter(link -> !link.isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private Caller open(String login) {
        if (!Files.exists(state.root().resolve("secrets").resolve(secret(login)))) {
            requireAdministrator(login);
            invite(login);
        }
        var caller = Caller.person(gateway, login, password(login));
        try {
            caller.token();
            return caller;
        } catch (CallFailure notYet) {
            if (login.equals(ADMINISTRATOR) || !invite(login)) {
                throw notYet;
            }
            return Caller.person(gateway, login, password(login));
        }
    }

    private void requireAdministrator(String login) {
        if (login.equals(ADMINISTRATOR)) {
            throw new LocalFailure(
                    "The password of the administrator is not known here: load the demo with ./keshi up, or sign in at %s."
                            .formatted(gateway));
        }
    }

    /** @return false when the account does not wait for its owner */
    private boolean invite(String login) {
        var administrator = caller(ADMINISTRATOR);
        JsonNode account = find(administrator, login);
        if (!account.path("status").asString().equals("INVITED")) {
            return false;
        }
        String link = administrator
                .postBare("/api/org/v1/accounts/%s/invitation"
                        .formatted(account.path("id").asString()))
                .expect(201)
                .json()
                .path("link")
                .asString();
        AccountPages.choosePassword(link, password(login));
        return true;
    }

    private static JsonNode find(Caller administrator, String login) {
        String question = "/api/org/v1/accounts?loginName=" + URLEncoder.encode(login, StandardCharsets.UTF_8);
        JsonNode found = administrator.get(question).expect(200).json().path("items");
        if (found.isEmpty()) {
            throw new LocalFailure(
                    "Nobody has an account named '%s': give a login name, or employee, manager, deputy, hr, auditor, admin."
                            .formatted(login));
        }
        return found.get(0);
    }

    private static String secret(String login) {
        if (!login.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new LocalFailure("'%s' is not a login name.".formatted(login));
        }
        return "demo-password-of-" + login;
    }
}
