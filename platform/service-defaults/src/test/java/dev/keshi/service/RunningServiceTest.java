package dev.keshi.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import dev.keshi.test.TestTokens;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What only shows behind a real container. */
@SpringBootTest(
        classes = TestService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=test-service",
            "management.server.port=0",
            "keshi.http.max-concurrent=2",
            "keshi.http.max-streams=1",
            "keshi.http.import-paths=/api/test/v1/count"
        })
@Import(RunningServiceTest.Slow.class)
class RunningServiceTest {

    @TestConfiguration
    static class Slow {

        @RestController
        static class SlowController {

            final CountDownLatch arrived = new CountDownLatch(2);
            final Semaphore go = new Semaphore(0);
            final List<SseEmitter> streams = new CopyOnWriteArrayList<>();

            @GetMapping("/api/test/v1/slow")
            String slow() throws InterruptedException {
                arrived.countDown();
                return go.tryAcquire(10, TimeUnit.SECONDS) ? "done" : "never";
            }

            @GetMapping("/api/test/v1/stream")
            SseEmitter stream() throws IOException {
                var emitter = new SseEmitter(0L);
                emitter.send("hello");
                streams.add(emitter);
                return emitter;
            }

            void endStreams() {
                streams.forEach(SseEmitter::complete);
                streams.clear();
            }
        }
    }

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    TestTokens tokens;

    @Autowired
    Slow.SlowController slow;

    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + tokens.of("person-1"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void isProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void pastItsPlacesAServiceRefusesAtOnceAndRecovers() throws Exception {
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 2; i++) {
            running.add(http.sendAsync(request("/api/test/v1/slow").build(), BodyHandlers.ofString()));
        }
        assertThat(slow.arrived.await(10, TimeUnit.SECONDS)).isTrue();
        var refused = send(request("/api/test/v1/me"));
        isProblem(refused, 503, "overloaded");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        slow.go.release(2);
        for (var response : running) {
            assertThat(response.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        }
        assertThat(send(request("/api/test/v1/me")).statusCode()).isEqualTo(200);
    }

    @Test
    void streamsHaveALimitOfTheirOwnAndGiveTheirPlaceBack() throws Exception {
        var stream = request("/api/test/v1/stream").header("Accept", "text/event-stream");
        try (InputStream open =
                http.send(stream.build(), BodyHandlers.ofInputStream()).body()) {
            assertThat(open.read()).isPositive();
            isProblem(send(stream), 503, "overloaded");
            assertThat(send(request("/api/test/v1/me")).statusCode()).isEqualTo(200);
        }
        slow.endStreams();
        Eventually.holds(() -> {
            try (var again =
                    http.send(stream.build(), BodyHandlers.ofInputStream()).body()) {
                return again.read() == 'd';
            }
        });
    }

    @Test
    void aRequestWhoseTimeIsUpIsNotStarted() throws Exception {
        isProblem(send(request("/api/test/v1/me").header("X-Keshi-Deadline", "0")), 503, "deadline-exceeded");
        assertThat(send(request("/api/test/v1/me").header("X-Keshi-Deadline", "500"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        var json = "{\"name\":\"box\",\"anything\":\"" + "x".repeat(1_100_000) + "\"}";
        isProblem(
                send(request("/api/test/v1/parcels")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))),
                413,
                "payload-too-large");
        isProblem(
                send(request("/api/test/v1/parcels")
                        .header("Content-Type", "application/json")
                        .POST(chunked(json.getBytes(StandardCharsets.UTF_8)))),
                413,
                "payload-too-large");
        var upload = send(request("/api/test/v1/count")
                .header("Content-Type", "text/csv")
                .POST(chunked(new byte[12 * 1024 * 1024])));
        assertThat(upload.body()).isEqualTo("bytes " + 12 * 1024 * 1024);
        isProblem(
                send(request("/api/test/v1/files")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(chunked("--b--\r\n".getBytes(StandardCharsets.UTF_8)))),
                411,
                "length-required");
    }

    private static HttpRequest.BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body));
    }

    @Test
    void anUploadIsComparedPartByPart() throws Exception {
        assertThat(upload("a", "key-of-upload").statusCode()).isEqualTo(200);
        assertThat(upload("a", "key-of-upload").headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        isProblem(upload("b", "key-of-upload"), 422, "idempotency-key-reused");
    }

    private HttpResponse<String> upload(String content, String key) throws Exception {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--b--\r\n";
        return send(request("/api/test/v1/files")
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void actuatorIsOnAPortOfItsOwn() throws Exception {
        for (var path : new String[] {"/actuator/health/liveness", "/actuator/prometheus"}) {
            var open = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
            assertThat(send(open).statusCode()).isEqualTo(200);
            assertThat(send(request(path)).statusCode()).isEqualTo(403);
        }
        var liveness =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/liveness"));
        assertThat(send(liveness).body()).doesNotContain("mongo").doesNotContain("signingKeys");
        var readiness =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"));
        assertThat(send(readiness).body()).contains("signingKeys");
        var env = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/env"));
        assertThat(send(env).statusCode()).isEqualTo(404);
    }

    @Test
    void aTraceThatCameInGoesOn() throws Exception {
        var response = send(request("/api/test/v1/nothing")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(response.body()).contains("\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"");
    }

    @Test
    void whatTheContainerRefusesIsNoPageEither() throws Exception {
        var rejected = raw("GET /api/test/v1/me;x=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(rejected)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("<html");
        var twisted = raw("GET /api/%2e%2e/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(twisted).doesNotContain("<html").doesNotContain("HTTP/1.1 200");
        var trace = raw("TRACE /api/test/v1/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(trace).doesNotContain("<html").doesNotContain("HTTP/1.1 200");
        var header = raw("GET /api/test/v1/me HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(header).startsWith("HTTP/1.1 4").doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%FF", "text=%C0%80", "text=%zz", "text=abc&%ED%A0%80=1"})
    void aQueryThatIsNoTextIsTheCallersMistake(String query) throws Exception {
        var open = raw("GET /api/test/v1/search?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(open).matches("(?s)HTTP/1.1 40[01] .*application/problem\\+json.*");
        var answer = raw("GET /api/test/v1/search?" + query + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + tokens.of("person-1") + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
    }

    @Test
    void aThousandParametersAreTooMany() throws Exception {
        var query = IntStream.range(0, 1_100).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
        var answer = send(request("/api/test/v1/search?text=abc&" + query));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void partsThatCannotBeToldApartAreTheCallersMistake() throws Exception {
        for (var key : List.of("", "key-of-broken-parts")) {
            for (var type : List.of("multipart/form-data", "multipart/form-data; boundary=other")) {
                var broken = request("/api/test/v1/files").header("Content-Type", type);
                if (!key.isEmpty()) {
                    broken.header("Idempotency-Key", key);
                }
                var answer = send(broken.POST(BodyPublishers.ofString("--b\r\nnothing\r\n")));
                assertThat(answer.statusCode()).as(type + key).isEqualTo(400);
                assertThat(answer.body()).containsAnyOf("malformed-body", "invalid-request");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "nothing", "a/b/c"})
    void aContentTypeThatNamesNoTypeIsRefused(String type) throws Exception {
        isProblem(
                send(request("/api/test/v1/parcels")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{}"))),
                400,
                "bad-request");
    }

    @Test
    void ofTwoTokensNoneCounts() throws Exception {
        isProblem(
                send(request("/api/test/v1/me").header("Authorization", "Bearer " + tokens.of("person-2"))),
                400,
                "bad-request");
    }

    @Test
    void aBodyThatBreaksOffIsNoFaultOfTheService() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var head = "POST /api/test/v1/parcels HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + tokens.of("person-1") + "\r\nContent-Length: 500\r\n\r\n{\"na";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed-body");
        }
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
