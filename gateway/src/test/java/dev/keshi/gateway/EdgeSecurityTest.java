package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What does not get through. */
@BeforeServices
class EdgeSecurityTest {

    @Autowired
    GatewayClient gateway;

    @AfterEach
    void keysAreKnownAgain() {
        gateway.tokens.loaded = true;
    }

    @Test
    void whatACallerSaysAboutItselfIsDropped() throws Exception {
        gateway.send(gateway.as("person-1", "/api/org/v1/people")
                .header("X-Forwarded-For", "10.9.8.7")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "host=evil.example")
                .header("X-Real-IP", "10.9.8.7")
                .header("X-User-Id", "root")
                .header("X-Keshi-Roles", "ADMIN")
                .header("X-Keshi-Deadline", "999999")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Cookie", "KESHI_SESSION=abc"));
        var seen = gateway.org.last();
        assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.header("X-Forwarded-Host")).isEqualTo("127.0.0.1:8700");
        assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(seen.header("X-Forwarded-Port")).isEqualTo("8700");
        assertThat(Integer.parseInt(seen.header("X-Keshi-Deadline"))).isLessThanOrEqualTo(2000);
        assertThat(seen.headers())
                .doesNotContainKeys(
                        "X-Forwarded-Prefix",
                        "Forwarded",
                        "X-Real-IP",
                        "X-User-Id",
                        "X-Keshi-Roles",
                        "X-HTTP-Method-Override",
                        "Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/org/v1/people?q=%zz", "/api/org/v1/people?q=\"", "/%zz", "/docs?a=%", "/api/{id}"})
    void anAddressThatIsNoneIsAnsweredWithAProblem(String address) throws Exception {
        for (var language : List.of("en", "zh-CN")) {
            var answer = gateway.raw("GET %s HTTP/1.1\r\nHost: x\r\nAccept-Language: %s\r\nConnection: close\r\n\r\n"
                    .formatted(address, language));

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .containsIgnoringCase("\r\nContent-Type: application/problem+json;charset=utf-8\r\n")
                    .containsIgnoringCase("\r\nContent-Language: %s\r\n".formatted(language));
            var problem = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            assertThat(problem.path("code").asString()).isEqualTo("bad-request");
            assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
            assertThat(problem.path("title").asString()).isEqualTo(language.equals("en") ? "Bad request" : "请求有误");
        }
    }

    @Test
    void afterAnAddressThatIsNoneTheConnectionIsStillGood() throws Exception {
        var answers = gateway.raw(
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n" + "GET /docs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answers.indexOf("HTTP/1.1 400 ")).isZero();
        assertThat(answers).contains("HTTP/1.1 200 OK");
    }

    @Test
    void withoutAValidTokenNothingPasses() throws Exception {
        var before = gateway.org.seen.size();
        var none = gateway.send(gateway.open("/api/org/v1/people"));
        GatewayClient.isProblem(none, 401, "unauthenticated");
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        GatewayClient.isProblem(
                gateway.send(gateway.open("/api/org/v1/people").header("Authorization", "Bearer abc")),
                401,
                "invalid-token");
        GatewayClient.isProblem(
                gateway.send(gateway.open("/api/org/v1/people")
                        .header("Authorization", "Bearer " + gateway.tokens.token("k2", claims -> {}))),
                401,
                "invalid-token");
        GatewayClient.isProblem(
                gateway.send(gateway.open("/api/org/v1/people")
                        .header(
                                "Authorization",
                                "Bearer "
                                        + gateway.tokens.token("k1", claims -> claims.issuer("https://evil.example")))),
                401,
                "invalid-token");
        var expired = gateway.tokens.token(
                "k1", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
        GatewayClient.isProblem(
                gateway.send(gateway.open("/api/org/v1/people").header("Authorization", "Bearer " + expired)),
                401,
                "invalid-token");
        GatewayClient.isProblem(
                gateway.send(gateway.open("/api/org/v1/people?access_token=" + gateway.tokens.of("person-1"))),
                401,
                "unauthenticated");
        gateway.tokens.loaded = false;
        GatewayClient.isProblem(gateway.send(gateway.as("person-1", "/api/org/v1/people")), 503, "keys-not-loaded");
        assertThat(gateway.org.seen).hasSize(before);
    }

    @Test
    void problemsSpeakTheCallersLanguage() throws Exception {
        var english = GatewayClient.isProblem(gateway.send(gateway.open("/api/org/v1/people")), 401, "unauthenticated");
        assertThat(english.path("title").asString()).isEqualTo("Authentication is required");
        var chinese = GatewayClient.isProblem(
                gateway.send(HttpRequest.newBuilder(URI.create(gateway.address() + "/api/org/v1/people"))),
                401,
                "unauthenticated");
        assertThat(chinese.path("title").asString()).isEqualTo("需要登录");
    }

    @Test
    void whatIsNotCanonicalIsRefused() throws Exception {
        var before = gateway.org.seen.size();
        for (var target : new String[] {
            "/api/org/v1/../../../v3/api-docs", "/api/org/v1/%2e%2e/%2e%2e/x", "/api/org/v1//people",
            "/api/org/v1/people;x=1", "/api/org/v1/a%2Fb", "/api/org/v1/a%00b"
        }) {
            var response = gateway.raw("GET " + target + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                    + gateway.tokens.of("person-1") + "\r\nConnection: close\r\n\r\n");
            assertThat(response).as(target).startsWith("HTTP/1.1 40");
        }
        assertThat(gateway.raw(
                        "GET /api/org/v1/people HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(gateway.raw("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(gateway.org.seen).hasSize(before);
    }

    @Test
    void actuatorIsOnAPortOfItsOwnAndShowsNoRoutes() throws Exception {
        var management = gateway.management();
        for (var path :
                new String[] {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"}) {
            assertThat(gateway.send(HttpRequest.newBuilder(URI.create(management + path)))
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        for (var path : new String[] {"/actuator/gateway/routes", "/actuator/env", "/actuator/refresh"}) {
            assertThat(gateway.send(HttpRequest.newBuilder(URI.create(management + path)))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
