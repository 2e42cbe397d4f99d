package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.keshi.service.security.PermissionEpochs;
import dev.keshi.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
@Import(SecurityTest.Epochs.class)
class SecurityTest {

    @TestConfiguration
    static class Epochs {
        @Bean
        PermissionEpochs permissionEpochs() {
            return subject -> subject.equals("demoted") ? OptionalLong.of(5) : OptionalLong.empty();
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    TestTokens tokens;

    @AfterEach
    void keysAreKnownAgain() {
        tokens.loaded = true;
    }

    private MvcTestResult me(String token) {
        return http.get()
                .uri("/api/test/v1/me")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .exchange();
    }

    @Test
    void aValidTokenSaysWhoCalls() {
        var result = me(tokens.of("person-1", "EMPLOYEE", "HR"));
        assertThat(result).hasStatusOk();
        assertThat(result).bodyJson().extractingPath("$.id").isEqualTo("person-1");
        assertThat(result).bodyJson().extractingPath("$.roles").asArray().containsExactlyInAnyOrder("EMPLOYEE", "HR");
        assertThat(result).bodyJson().extractingPath("$.epoch").isEqualTo(4);
        assertThat(me(tokens.token("k1", claims -> claims.issueTime(ago(620)).expirationTime(ago(20)))))
                .hasStatusOk();
    }

    @Test
    void rolesGuardOperations() {
        var denied = http.get()
                .uri("/api/test/v1/secret")
                .header("Authorization", "Bearer " + tokens.of("person-1", "EMPLOYEE"))
                .exchange();
        assertThat(denied).hasStatus(403).bodyJson().extractingPath("$.code").isEqualTo("access-denied");
        assertThat(http.get()
                        .uri("/api/test/v1/secret")
                        .header("Authorization", "Bearer " + tokens.of("person-1", "HR"))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void withoutATokenNothingIsSaidButThatOneIsNeeded() {
        var result = http.get().uri("/api/test/v1/me").exchange();
        assertThat(result).hasStatus(401).headers().hasValue("WWW-Authenticate", "Bearer");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("unauthenticated");
        assertThat(http.get().uri("/api/test/v1/unknown").exchange()).hasStatus(401);
        assertThat(http.get()
                        .uri("/api/test/v1/me?access_token=" + tokens.of("person-1"))
                        .exchange())
                .hasStatus(401);
    }

    @Test
    void whatIsNotOpenedIsClosed() {
        var bearer = "Bearer " + tokens.of("person-1", "ADMIN");
        for (var path :
                List.of("/", "/internal", "/actuator/health", "/actuator/env", "/swagger-ui/index.html", "/error")) {
            assertThat(http.get().uri(path).header("Authorization", bearer).exchange())
                    .hasStatus(403);
            assertThat(http.get().uri(path).exchange()).hasStatus(401);
        }
    }

    @Test
    void untilKeysAreKnownNobodyIsJudged() {
        tokens.loaded = false;
        var result = me(tokens.of("person-1"));
        assertThat(result).hasStatus(503).headers().containsHeader("Retry-After");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("keys-not-loaded");
    }

    @Test
    void responsesCarrySecurityHeaders() {
        assertThat(me(tokens.of("person-1")))
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .hasValue("Referrer-Policy", "no-referrer");
    }

    @TestFactory
    Stream<DynamicTest> aForgedTokenIsRefused() throws Exception {
        return forged().entrySet().stream()
                .map(forgery -> DynamicTest.dynamicTest(forgery.getKey(), () -> {
                    var result = me(forgery.getValue());
                    assertThat(result).hasStatus(401);
                    assertThat(result).headers().hasValue("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                    assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("invalid-token");
                }));
    }

    private Map<String, String> forged() throws Exception {
        var forged = new LinkedHashMap<String, String>();
        var good = tokens.of("person-1", "EMPLOYEE");
        var parts = good.split("\\.");
        forged.put("no algorithm", new PlainJWT(claims().build()).serialize());
        forged.put("signature cut off", parts[0] + "." + parts[1] + ".");
        forged.put("signature altered", good.substring(0, good.length() - 6) + "AAAAAA");
        forged.put("claims altered", parts[0] + "." + altered(parts[1]) + "." + parts[2]);
        forged.put("HMAC with the public key", hmac());
        forged.put("RS512", tokens.token(header(JWSAlgorithm.RS512, "k1", "at+jwt"), c -> {}));
        forged.put("PS256", tokens.token(header(JWSAlgorithm.PS256, "k1", "at+jwt"), c -> {}));
        forged.put("unknown key", tokens.token("k2", c -> {}));
        forged.put("no key id", tokens.token(header(JWSAlgorithm.RS256, null, "at+jwt"), c -> {}));
        forged.put("no type", tokens.token(header(JWSAlgorithm.RS256, "k1", null), c -> {}));
        forged.put("type of a logout token", tokens.token(header(JWSAlgorithm.RS256, "k1", "logout+jwt"), c -> {}));
        forged.put("someone else's key", otherKey());
        forged.put("key in the header", keyInHeader());
        forged.put("expired", tokens.token("k1", c -> c.issueTime(ago(640)).expirationTime(ago(40))));
        forged.put("never expires", tokens.token("k1", c -> c.expirationTime(null)));
        forged.put("not yet valid", tokens.token("k1", c -> c.notBeforeTime(ago(-60))));
        forged.put("other issuer", tokens.token("k1", c -> c.issuer("https://evil.example")));
        forged.put("issuer with a slash", tokens.token("k1", c -> c.issuer(TestTokens.ISSUER + "/")));
        forged.put("no issuer", tokens.token("k1", c -> c.issuer(null)));
        forged.put("other audience (an ID token)", tokens.token("k1", c -> c.audience("keshi-console")));
        forged.put("no audience", tokens.token("k1", c -> c.audience((String) null)));
        forged.put("no subject", tokens.token("k1", c -> c.subject(null)));
        forged.put("blank subject", tokens.token("k1", c -> c.subject(" ")));
        forged.put("rights were taken away", tokens.token("k1", c -> c.subject("demoted")));
        forged.put(
                "no epoch though one is known",
                tokens.token("k1", c -> c.subject("demoted").claim("epoch", null)));
        forged.put("critical header", tokens.token(critical(), c -> {}));
        forged.put("not a token", "abc");
        forged.put("three dots", "a.b.c");
        return forged;
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(TestTokens.ISSUER)
                .audience("keshi")
                .subject("person-1")
                .expirationTime(ago(-600));
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minus(Duration.ofSeconds(seconds)));
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId, String type) {
        var header = new JWSHeader.Builder(algorithm).keyID(keyId);
        return (type == null ? header : header.type(new JOSEObjectType(type))).build();
    }

    private static JWSHeader critical() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k1")
                .type(new JOSEObjectType("at+jwt"))
                .criticalParams(java.util.Set.of("surprise"))
                .customParam("surprise", 1)
                .build();
    }

    private static String altered(String payload) {
        var text =
                new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8).replace("EMPLOYEE", "ADMIN");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String hmac() throws Exception {
        var jwt = new SignedJWT(header(JWSAlgorithm.HS256, "k1", "at+jwt"), claims().build());
        jwt.sign(new MACSigner(tokens.key.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static String otherKey() throws Exception {
        var jwt = new SignedJWT(header(JWSAlgorithm.RS256, "k1", "at+jwt"), claims().build());
        jwt.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        return jwt.serialize();
    }

    private static String keyInHeader() throws Exception {
        var own = new RSAKeyGenerator(2048).keyID("own").generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("own")
                .type(new JOSEObjectType("at+jwt"))
                .jwk(own.toPublicJWK())
                .build();
        var jwt = new SignedJWT(header, claims().build());
        jwt.sign(new RSASSASigner(own));
        return jwt.serialize();
    }
}
