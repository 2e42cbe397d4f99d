package dev.keshi.notification;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An operator in front of {@code /operations/}. */
record Operations(int port, String token) {

    static Operations of(int port, String person, String... roles) {
        return new Operations(port, TestIdentity.token(person, roles));
    }

    HttpResponse<String> ask(String method, String path, String body) {
        var address = "http://127.0.0.1:" + port + "/api/notification/v1/operations" + path;
        return new Reader(port, "operator", token, "en")
                .send(HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    JsonNode answer(String method, String path, String body) {
        var response = ask(method, path, body);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return Reader.json(response);
    }

    /** Whatever of this key is parked, for any subscription. */
    List<JsonNode> parked(String key) {
        return StreamSupport.stream(
                        answer("GET", "/parked-keys?limit=100", "").get("items").spliterator(), false)
                .filter(parked -> parked.get("key").asString().equals(key))
                .toList();
    }

    Optional<JsonNode> parked(String key, String subscription) {
        return parked(key).stream()
                .filter(parked -> parked.get("subscription").asString().equals(subscription))
                .findFirst();
    }

    JsonNode letters(JsonNode parked) {
        return answer("GET", "/parked-keys/" + parked.get("id").asString() + "/dead-letters", "")
                .get("items");
    }

    JsonNode redrive(JsonNode parked) {
        return answer("POST", "/parked-keys/" + parked.get("id").asString() + "/redrive", "{}");
    }

    JsonNode discard(JsonNode parked, JsonNode letter) {
        return answer(
                "POST",
                "/parked-keys/" + parked.get("id").asString() + "/discard",
                discard(letter.get("partition").asInt(), letter.get("offset").asLong()));
    }

    static String discard(int partition, long offset) {
        return "{\"partition\":%d,\"offset\":%d,\"reason\":\"written by hand\"}".formatted(partition, offset);
    }
}
