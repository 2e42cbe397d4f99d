package dev.keshi.org.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the console does to get a token: code and PKCE. */
final class Console {

    static final String CALLBACK = Replica.ISSUER + "/callback";
    static final String VERIFIER = "a-verifier-of-forty-three-characters-at-the-least";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Console() {}

    static Map<String, String> request() {
        return new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "keshi-console",
                "scope", "openid profile",
                "redirect_uri", CALLBACK,
                "state", "some state",
                "nonce", "some-nonce",
                "code_challenge", challenge(VERIFIER),
                "code_challenge_method", "S256"));
    }

    static String authorize(Map<String, String> request) {
        return "/oauth2/authorize?" + Browser.encoded(request);
    }

    static Map<String, String> exchange(String code) {
        return new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "keshi-console",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER));
    }

    /** Types name and password into the form that the browser was led to. */
    static Browser.Answer signIn(Browser browser, Replica replica, String name, String password) {
        var form = browser.get(replica, "/login");
        return browser.post(replica, "/login", Map.of("username", name, "password", password, "_csrf", form.csrf()));
    }

    /** The whole way from nothing to an access token. */
    static String accessToken(Replica replica, String name, String password) {
        return accessToken(new Browser(), replica, name, password);
    }

    static String accessToken(Browser browser, Replica replica, String name, String password) {
        browser.get(replica, authorize(request()));
        var back = signIn(browser, replica, name, password);
        var code = browser.get(replica, back.location()).parameter("code").orElseThrow();
        return tokens(browser.post(replica, "/oauth2/token", exchange(code)))
                .get("access_token")
                .asString();
    }

    static JsonNode tokens(Browser.Answer answer) {
        return JSON.readTree(answer.body());
    }

    static JsonNode claims(String jwt) {
        return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }

    static JsonNode header(String jwt) {
        return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[0]));
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
