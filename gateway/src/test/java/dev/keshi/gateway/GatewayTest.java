package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.tracing.sampling.probability=1.0",
            "keshi.gateway.limits.requests=12",
            "keshi.gateway.limits.requests-per-service=4",
            "keshi.gateway.limits.requests-per-caller=3",
            "keshi.gateway.limits.streams=2",
            "keshi.gateway.limits.deadline=2s"
        })
@Import(TestKeys.class)
class GatewayTest {

    static final Upstream ORG = new Upstream();
    static final Upstream WORKFLOW = new Upstream();
    static final Upstream NOTIFICATION = new Upstream();

    @DynamicPropertySource
    static void upstreams(DynamicPropertyRegistry registry) {
        registry.add("keshi.gateway.upstreams.org", ORG::address);
        registry.add("keshi.gateway.upstreams.workflow", WORKFLOW::address);
        registry.add("keshi.gateway.upstreams.notification", NOTIFICATION::address);
        registry.add("keshi.gateway.upstreams.reporting", () -> "http://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        ORG.close();
        WORKFLOW.close();
        NOTIFICATION.close();
    }

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    TestTokens tokens;

    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void keysAreKnownAgain() {
        tokens.loaded = true;
    }

    private HttpRequest.Builder open(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(15))
                .header("Accept-Language", "en");
    }

    private HttpRequest.Builder as(String person, String path) {
        return open(path).header("Authorization", "Bearer " + tokens.of(person, "EMPLOYEE"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var built = request.build();
        try {
            return http.send(built, BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw new AssertionError(built.toString(), late);
        }
    }

    private CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode isProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JsonMapper.builder().build().readTree(response.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("https://keshi.dev/problems/" + code);
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        if (status == 429 || status == 503) {
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
        return problem;
    }

    @Test
    void aRequestReachesItsServiceUnchangedWithItsToken() throws Exception {
        var token = "Bearer " + tokens.of("person-1", "EMPLOYEE");
        var response = send(open("/api/org/v1/people?name=%E6%9D%8E&limit=5")
                .header("Authorization", token)
                .header("Idempotency-Key", "k")
                .header("If-Match", "\"3\"")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("bytes 2");
        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        var seen = ORG.last();
        assertThat(seen.method()).isEqualTo("PATCH");
        assertThat(seen.uri().toString()).isEqualTo("/api/org/v1/people?name=%E6%9D%8E&limit=5");
        assertThat(seen.header("Authorization")).isEqualTo(token);
        assertThat(seen.header("Idempotency-Key")).isEqualTo("k");
        assertThat(seen.header("If-Match")).isEqualTo("\"3\"");
        assertThat(seen.header("Accept-Language")).isEqualTo("en");
        assertThat(Integer.parseInt(seen.header("X-Keshi-Deadline"))).isBetween(1, 2000);
    }

    @Test
    void eachServiceHasItsPathsAndNoOther() throws Exception {
        send(as("person-1", "/api/workflow/v1/tasks"));
        assertThat(WORKFLOW.last().uri().getPath()).isEqualTo("/api/workflow/v1/tasks");
        for (var path : new String[] {"/api/org/v2/people", "/api/finance/v1/x", "/api/org", "/scim/v2/Users"}) {
            isProblem(send(as("person-1", path)), 404, "not-found");
        }
        for (var path : new String[] {
            "/actuator/health", "/v3/api-docs", "/swagger-ui.html", "/anything", "/webjars/swagger-ui/x"
        }) {
            isProblem(send(as("person-1", path)), 404, "not-found");
            isProblem(send(open(path)), 404, "not-found");
        }
    }

    @Test
    void whatACallerSaysAboutItselfIsDropped() throws Exception {
        send(as("person-1", "/api/org/v1/people")
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
        var seen = ORG.last();
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

    @Test
    void withoutAValidTokenNothingPasses() throws Exception {
        var before = ORG.seen.size();
        var none = send(open("/api/org/v1/people"));
        isProblem(none, 401, "unauthenticated");
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        isProblem(send(open("/api/org/v1/people").header("Authorization", "Bearer abc")), 401, "invalid-token");
        isProblem(
                send(open("/api/org/v1/people").header("Authorization", "Bearer " + tokens.token("k2", claims -> {}))),
                401,
                "invalid-token");
        isProblem(
                send(open("/api/org/v1/people")
                        .header(
                                "Authorization",
                                "Bearer " + tokens.token("k1", claims -> claims.issuer("https://evil.example")))),
                401,
                "invalid-token");
        isProblem(send(open("/api/org/v1/people?access_token=" + tokens.of("person-1"))), 401, "unauthenticated");
        tokens.loaded = false;
        isProblem(send(as("person-1", "/api/org/v1/people")), 503, "keys-not-loaded");
        assertThat(ORG.seen).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration",
                "/oauth2/authorize?client_id=keshi-console",
                "/oauth2/token",
                "/login",
                "/logout",
                "/account/password",
                "/account/invitations/x"
            })
    void identityIsReachedWithoutATokenAndKeepsItsCookies(String path) throws Exception {
        var response = send(open(path).header("Cookie", "KESHI_SESSION=abc"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ORG.last().uri().toString()).isEqualTo(path);
        assertThat(ORG.last().header("Cookie")).isEqualTo("KESHI_SESSION=abc");
        assertThat(ORG.last().header("X-Forwarded-Host")).isEqualTo("127.0.0.1:8700");
    }

    @Test
    void problemsSpeakTheCallersLanguage() throws Exception {
        var english = isProblem(send(open("/api/org/v1/people")), 401, "unauthenticated");
        assertThat(english.path("title").asString()).isEqualTo("Authentication is required");
        var chinese = isProblem(
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/org/v1/people"))),
                401,
                "unauthenticated");
        assertThat(chinese.path("title").asString()).isEqualTo("需要登录");
    }

    @Test
    void aServiceThatIsDownIsRefusedQuicklyAndTheOthersGoOn() throws Exception {
        for (var i = 0; i < 15; i++) {
            isProblem(send(as("person-1", "/api/reporting/v1/events")), 503, "service-unavailable");
        }
        var start = System.nanoTime();
        isProblem(send(as("person-1", "/api/reporting/v1/events")), 503, "service-unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        assertThat(send(as("person-1", "/api/org/v1/people")).statusCode()).isEqualTo(200);
        var metrics = send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus")))
                .body();
        assertThat(metrics).containsPattern("gateway_breaker_open\\{[^}]*upstream=\"reporting\"[^}]*} 1.0");
        assertThat(metrics).containsPattern("gateway_breaker_open\\{[^}]*upstream=\"org\"[^}]*} 0.0");
    }

    @Test
    void whatAServiceAnswersIsItsOwnWordAndOpensNoBreaker() throws Exception {
        for (var i = 0; i < 25; i++) {
            assertThat(send(as("person-1", "/api/workflow/v1/failing")).statusCode())
                    .isEqualTo(500);
        }
        assertThat(send(as("person-1", "/api/workflow/v1/tasks")).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerThatTakesTooLongIsNotWaitedFor() throws Exception {
        var start = System.nanoTime();
        isProblem(send(as("slow-person", "/api/workflow/v1/held")), 503, "deadline-exceeded");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        WORKFLOW.held.release();
    }

    @Test
    void callersWhoStopSendingAreToldSoAndOpenNoBreaker() throws Exception {
        var head =
                "POST /api/workflow/v1/requests HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer ";
        var sockets = new ArrayList<Socket>();
        try {
            for (int caller = 0; caller < 3; caller++) {
                var socket = new Socket("127.0.0.1", port);
                sockets.add(socket);
                socket.setSoTimeout(10_000);
                var text = head + tokens.of("slow-" + caller, "EMPLOYEE") + "\r\nContent-Length: 500\r\n\r\n{\"na";
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
            for (var socket : sockets) {
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        var metrics = http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(metrics).contains("gateway_breaker_open{");
        assertThat(send(as("person-1", "/api/workflow/v1/tasks")).statusCode()).isEqualTo(200);
    }

    @Test
    void halfAnAnswerIsNotTakenForAWholeOne() {
        assertThatThrownBy(() -> send(as("person-1", "/api/workflow/v1/cut"))).isInstanceOf(IOException.class);
    }

    @Test
    void oneCallerCannotTakeEveryPlace() throws Exception {
        NOTIFICATION.arrived = new CountDownLatch(3);
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 3; i++) {
            running.add(later(as("greedy", "/api/notification/v1/held")));
        }
        assertThat(NOTIFICATION.arrived.await(5, TimeUnit.SECONDS)).isTrue();
        isProblem(send(as("greedy", "/api/org/v1/people")), 429, "too-many-requests");
        assertThat(send(as("modest", "/api/notification/v1/inbox")).statusCode())
                .isEqualTo(200);
        NOTIFICATION.held.release(3);
        for (var response : running) {
            assertThat(response.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(send(as("greedy", "/api/org/v1/people")).statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceAtItsLimitIsRefusedAtOnceAndTheOthersGoOn() throws Exception {
        NOTIFICATION.arrived = new CountDownLatch(4);
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 4; i++) {
            running.add(later(as("person-" + i, "/api/notification/v1/held")));
        }
        assertThat(NOTIFICATION.arrived.await(5, TimeUnit.SECONDS)).isTrue();
        isProblem(send(as("person-9", "/api/notification/v1/inbox")), 503, "overloaded");
        assertThat(send(as("person-9", "/api/org/v1/people")).statusCode()).isEqualTo(200);
        NOTIFICATION.held.release(4);
        for (var response : running) {
            assertThat(response.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(send(as("person-9", "/api/notification/v1/inbox")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStreamOutlivesTheDeadlineAndStreamsHaveTheirOwnLimit() throws Exception {
        var stream = as("listener", "/api/notification/v1/events").header("Accept", "text/event-stream");
        try (var first = http.send(stream.build(), BodyHandlers.ofInputStream()).body();
                var second =
                        http.send(stream.build(), BodyHandlers.ofInputStream()).body()) {
            assertThat(line(first)).isEqualTo("data: one");
            isProblem(send(stream), 503, "overloaded");
            assertThat(send(as("listener", "/api/notification/v1/inbox")).statusCode())
                    .isEqualTo(200);
            assertThat(CompletableFuture.supplyAsync(
                                    () -> "later", CompletableFuture.delayedExecutor(2500, TimeUnit.MILLISECONDS))
                            .get())
                    .isEqualTo("later");
            NOTIFICATION.held.release(2);
            assertThat(line(first)).isEmpty();
            assertThat(line(first)).isEqualTo("data: two");
            assertThat(second.readAllBytes()).isNotEmpty();
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c; (c = in.read()) >= 0 && c != '\n'; ) {
            line.append((char) c);
        }
        return line.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/org/v1/people, application/json, 1, 200",
        "/api/org/v1/people, application/json, 1048577, 413",
        "/api/workflow/v1/process-definitions, application/xml, 1048577, 200",
        "/api/workflow/v1/process-definitions, application/xml, 10485761, 413",
        "/api/org/v1/imports, text/csv, 10485761, 200",
        "/api/org/v1/imports, text/csv, 104857601, 413",
    })
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot(String path, String type, int size, int status)
            throws Exception {
        var body = new byte[size];
        for (var chunked : new boolean[] {false, true}) {
            var publisher = chunked
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                    : BodyPublishers.ofByteArray(body);
            var response = send(as("person-1", path)
                    .header("Content-Type", type)
                    .expectContinue(!chunked)
                    .POST(publisher));
            if (status == 413) {
                isProblem(response, 413, "payload-too-large");
            } else {
                assertThat(response.body()).isEqualTo("bytes " + size);
            }
        }
    }

    @Test
    void theTraceGoesThroughToTheService() throws Exception {
        send(as("person-1", "/api/org/v1/people")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(ORG.last().header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        var refused = send(as("person-1", "/api/nothing/v1/x")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(isProblem(refused, 404, "not-found").path("traceId").asString())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void everyInterfaceIsDescribedOnOnePageThatFetchesNothingFromElsewhere() throws Exception {
        send(as("person-1", "/openapi/workflow"));
        assertThat(WORKFLOW.last().uri().getPath()).isEqualTo("/v3/api-docs");
        assertThat(WORKFLOW.last().headers()).doesNotContainKey("Authorization");
        isProblem(send(open("/openapi/reporting")), 503, "service-unavailable");
        isProblem(send(open("/openapi/unknown")), 404, "not-found");
        isProblem(send(open("/openapi/org").POST(BodyPublishers.noBody())), 404, "not-found");
        var docs = send(open("/docs"));
        assertThat(docs.statusCode()).isEqualTo(200);
        assertThat(docs.body()).doesNotContain("http://").doesNotContain("https://");
        assertThat(docs.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        for (var file : new String[] {
            "/docs/docs.js",
            "/docs/pages.css",
            "/docs/swagger-ui/swagger-ui.css",
            "/docs/swagger-ui/swagger-ui-bundle.js",
            "/docs/swagger-ui/swagger-ui-standalone-preset.js"
        }) {
            assertThat(send(open(file)).statusCode()).as(file).isEqualTo(200);
        }
        for (var file : new String[] {"/docs/application.yaml", "/docs/index.html", "/docs/swagger-ui/none.js"}) {
            isProblem(send(open(file)), 404, "not-found");
        }
    }

    @Test
    void theFirstPageAndTheCallbackAreInBothLanguages() throws Exception {
        for (var path : new String[] {"/", "/callback?code=x&state=y"}) {
            var page = send(open(path));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.body()).contains("/docs").contains("lang=\"en\"").contains("接口文档");
        }
    }

    @Test
    void everyEventIsDescribed() throws Exception {
        var document = JsonMapper.builder()
                .build()
                .readTree(send(open("/events/asyncapi.json")).body());
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        var message = document.path("components").path("messages").path("keshi.org.department-moved.v1");
        assertThat(message.path("payload").path("schema").path("$ref").asString())
                .isEqualTo("/events/schemas/keshi.org.department-moved.v1.json");
        for (var type : document.path("components").path("messages").propertyNames()) {
            assertThat(send(open("/events/schemas/" + type + ".json")).statusCode())
                    .as(type)
                    .isEqualTo(200);
            assertThat(send(open("/events/examples/" + type + ".json")).statusCode())
                    .as(type)
                    .isEqualTo(200);
        }
        for (var path : new String[] {
            "/events/schemas/keshi.org.nothing.v1.json",
            "/events/schemas/x",
            "/events/schemas/application.yaml",
            "/events/other.json",
            "/events/schemas/keshi.org.person-key-issued.v1.json"
        }) {
            isProblem(send(open(path)), 404, "not-found");
        }
    }

    @Test
    void actuatorIsOnAPortOfItsOwnAndShowsNoRoutes() throws Exception {
        var management = "http://127.0.0.1:" + managementPort;
        for (var path :
                new String[] {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"}) {
            assertThat(send(HttpRequest.newBuilder(URI.create(management + path)))
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        for (var path : new String[] {"/actuator/gateway/routes", "/actuator/env", "/actuator/refresh"}) {
            assertThat(send(HttpRequest.newBuilder(URI.create(management + path)))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsNotCanonicalIsRefused() throws Exception {
        var before = ORG.seen.size();
        for (var target : new String[] {
            "/api/org/v1/../../../v3/api-docs", "/api/org/v1/%2e%2e/%2e%2e/x", "/api/org/v1//people",
            "/api/org/v1/people;x=1", "/api/org/v1/a%2Fb", "/api/org/v1/a%00b"
        }) {
            var response = raw("GET " + target + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                    + tokens.of("person-1") + "\r\nConnection: close\r\n\r\n");
            assertThat(response).as(target).startsWith("HTTP/1.1 40");
        }
        assertThat(raw("GET /api/org/v1/people HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(ORG.seen).hasSize(before);
    }

    /** A defect of reactor-netty 1.3.7: what was sent while the answer before was on its way stopped all reading. */
    @Test
    void aConnectionThatIsKeptIsReadForAsLongAsItIsOpen() throws Exception {
        var delayed = "GET /api/org/v1/people HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + tokens.of("person-1")
                + "\r\n\r\n";
        var immediate = "GET /api/org/v1/people HTTP/1.1\r\nHost: a\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            var out = socket.getOutputStream();
            var in = socket.getInputStream();
            for (var i = 0; i < 20; i++) {
                out.write((delayed + immediate).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                assertThat(answer(in)).startsWith("HTTP/1.1 200");
                assertThat(answer(in)).startsWith("HTTP/1.1 401");
            }
        }
    }

    private static String answer(InputStream in) throws IOException {
        var status = line(in);
        var length = 0;
        for (var header = line(in).strip(); !header.isEmpty(); header = line(in).strip()) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return status;
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
