package dev.keshi.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person in front of the inbox. */
public record Reader(int port, String id, String token, String language) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Reader of(int port, String id) {
        return new Reader(port, id, TestIdentity.token(id, "EMPLOYEE"), "zh-CN");
    }

    public Reader speaking(String other) {
        return new Reader(port, id, token, other);
    }

    public HttpRequest.Builder request(String path) {
        return address("/inbox" + path);
    }

    private HttpRequest.Builder address(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/notification/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    public HttpResponse<String> post(String path, String... headers) {
        var request = request(path).POST(HttpRequest.BodyPublishers.noBody());
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** The newest notifications, up to 100. */
    public List<JsonNode> inbox() {
        return items("?limit=100");
    }

    public List<JsonNode> items(String query) {
        var response = get(query);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return StreamSupport.stream(json(response).get("items").spliterator(), false)
                .toList();
    }

    /** @param path behind {@code /obligations} */
    public HttpResponse<String> obligations(String path) {
        return send(address("/obligations" + path).GET().build());
    }

    /** What this person has to do, up to 100. */
    public List<JsonNode> duties() {
        return StreamSupport.stream(json(obligations("?limit=100")).get("items").spliterator(), false)
                .toList();
    }

    public long unread() {
        return json(get("/unread-count")).get("unread").asLong();
    }
}
