package dev.keshi.launcher.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Signs in the way the console does: authorization code with PKCE, through the login page. */
final class SignIn {

    private static final String CLIENT = "keshi-console";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String gateway;

    SignIn(String gateway) {
        this.gateway = gateway;
    }

    /** An access token, good for ten minutes. */
    String token(String loginName, String password) {
        var browser = new Browser();
        String verifier = random();
        URI back = logIn(browser, authorization(verifier), loginName, password);
        Answer allowed = browser.open(back).expect(302, 303);
        var code = CODE.matcher(allowed.header("Location"));
        if (!code.find()) {
            throw new CallFailure("signing in as %s gave no code: %s".formatted(loginName, allowed.header("Location")));
        }
        return exchange(browser, code.group(1), verifier);
    }

    private URI logIn(Browser browser, URI authorization, String loginName, String password) {
        browser.open(authorization).expect(302, 303);
        URI login = URI.create(gateway + "/login");
        Answer page = browser.open(login).expect(200);
        Answer loggedIn = browser.submit(page, login, Map.of("username", loginName, "password", password))
                .expect(302, 303);
        URI next = login.resolve(loggedIn.header("Location"));
        if (next.getPath().equals("/login")) {
            throw new CallFailure(
                    "%s may not sign in with the password that is known here (%s)".formatted(loginName, next));
        }
        return next;
    }

    private URI authorization(String verifier) {
        var question = new LinkedHashMap<String, String>();
        question.put("response_type", "code");
        question.put("client_id", CLIENT);
        question.put("scope", "openid profile");
        question.put("redirect_uri", gateway + "/callback");
        question.put("state", random());
        question.put("code_challenge", challenge(verifier));
        question.put("code_challenge_method", "S256");
        return URI.create(gateway + "/oauth2/authorize?" + Browser.encoded(question));
    }

    private String exchange(Browser browser, String code, String verifier) {
        var answer = browser.send(
                URI.create(gateway + "/oauth2/token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "code", code,
                        "redirect_uri", gateway + "/callback",
                        "code_verifier", verifier));
        return answer.expect(200).json().path("access_token").asString();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
