package dev.keshi.reporting.replay;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks for replays over HTTP, as a reader of Chinese. */
record ReplayCaller(int port, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    HttpResponse<String> open(Map<String, ?> body) {
        return post("", body);
    }

    HttpResponse<String> cancel(String id, @Nullable String revision) {
        return revision == null
                ? post("/" + id + "/cancel", null)
                : post("/" + id + "/cancel", null, "If-Match", revision);
    }

    HttpResponse<String> post(String path, @Nullable Map<String, ?> body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> get(String id) {
        return send(request("/" + id).GET());
    }

    String revision(String id) {
        return get(id).headers().firstValue("ETag").orElseThrow();
    }

    JsonNode find(String id) {
        return JSON.readTree(get(id).body());
    }

    JsonNode ended(String id) {
        eventually(() -> assertThat(find(id).get("status").asString()).isNotEqualTo("WAITING"));
        return find(id);
    }

    /** Of a replay that was opened. */
    static String id(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return JSON.readTree(response.body()).get("id").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/reporting/v1/replays" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Language", "zh-CN")
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
