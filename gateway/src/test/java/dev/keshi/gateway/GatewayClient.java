package dev.keshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway, and knows the services behind it. */
final class GatewayClient {

    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Upstream org = new Upstream();
    final Upstream workflow = new Upstream();
    final Upstream training = new Upstream();
    final Upstream notification = new Upstream();
    final TestTokens tokens;
    private final Environment environment;

    GatewayClient(TestTokens tokens, Environment environment) {
        this.tokens = tokens;
        this.environment = environment;
    }

    void close() {
        org.close();
        workflow.close();
        training.close();
        notification.close();
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    String management() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.management.port");
    }

    HttpRequest.Builder open(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(15))
                .header("Accept-Language", "en");
    }

    HttpRequest.Builder as(String person, String path) {
        return open(path).header("Authorization", "Bearer " + tokens.of(person, "EMPLOYEE"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var built = request.build();
        try {
            return http.send(built, BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw new AssertionError(built.toString(), late);
        }
    }

    CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    static JsonNode isProblem(HttpResponse<String> response, int status, String code) {
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

    static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c; (c = in.read()) >= 0 && c != '\n'; ) {
            line.append((char) c);
        }
        return line.toString();
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
