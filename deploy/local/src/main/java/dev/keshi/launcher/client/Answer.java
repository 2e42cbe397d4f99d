package dev.keshi.launcher.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param call method and path, for messages
 */
public record Answer(String call, int status, HttpHeaders headers, String body) {

    private static final int SHOWN = 300;

    /** This answer, when it has one of the statuses. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new CallFailure("%s answered %d: %s".formatted(call, status, shown()));
        }
        return this;
    }

    public JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new CallFailure("%s answered no JSON: %s".formatted(call, shown()), e);
        }
    }

    /** The revision of the resource, as {@code If-Match} wants it. */
    public String etag() {
        return header("ETag");
    }

    public String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new CallFailure("%s answered %d without %s".formatted(call, status, name)));
    }

    private String shown() {
        String line = body.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }

    static Answer of(String call, HttpResponse<byte[]> response) {
        return new Answer(
                call, response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }
}
