package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Read models that an administrator has made anew from the archive. */
final class ReadModels {

    private static final String OPERATIONS = "/api/%s/v1/operations/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Caller administrator;

    ReadModels(Caller administrator) {
        this.administrator = administrator;
    }

    List<String> of(String service) {
        return administrator
                .get(OPERATIONS.formatted(service) + "read-models")
                .expect(200)
                .json()
                .path("subscriptions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** How many records wait for the service. */
    long lag(String service) {
        return administrator
                .get(OPERATIONS.formatted(service) + "lag")
                .expect(200)
                .json()
                .path("records")
                .asLong();
    }

    /** What a read model is kept in. */
    static String collection(String model) {
        return switch (model) {
            case "trainees" -> "trainee_facts";
            case "learning-records" -> "learning_entries";
            case "performance-indicators" -> "performance_indicators";
            default -> model.substring(model.lastIndexOf('/') + 1);
        };
    }

    /** How many documents there are, and their checksum, by read model; nothing may be wrong with any. */
    Map<String, String> checksums(String service) {
        var checksums = new TreeMap<String, String>();
        rebuilt(service)
                .forEach((model, result) -> checksums.put(model, checksumOfNothingWrong(service, model, result)));
        return checksums;
    }

    String checksum(String service, String model) {
        return checksumOfNothingWrong(service, model, result(service, model, ask(service, model)));
    }

    /** @param when {@code before} or {@code after} it was made anew */
    static String checksum(JsonNode result, String when) {
        return result.path("documents").asInt() + " " + result.path(when).asString();
    }

    Map<String, JsonNode> rebuilt(String service) {
        return rebuilt(service, of(service));
    }

    /** All are asked for first: a service goes through its own one after the other. */
    Map<String, JsonNode> rebuilt(String service, List<String> models) {
        var asked = new TreeMap<String, String>();
        models.forEach(model -> asked.put(model, ask(service, model)));
        var results = new TreeMap<String, JsonNode>();
        asked.forEach((model, location) -> results.put(model, result(service, model, location)));
        return results;
    }

    private String ask(String service, String model) {
        return administrator
                .post(
                        OPERATIONS.formatted(service) + "rebuilds",
                        JsonMapper.shared().createObjectNode().put("subscription", model))
                .expect(202)
                .header("Location");
    }

    private JsonNode result(String service, String model, String location) {
        eventually(
                PATIENCE,
                () -> assertThat(administrator
                                .get(location)
                                .expect(200)
                                .json()
                                .path("status")
                                .asString())
                        .isIn("COMPLETED", "FAILED"));
        var ended = administrator.get(location).expect(200).json();
        assertThat(ended.path("status").asString())
                .as("%s %s: %s", service, model, ended)
                .isEqualTo("COMPLETED");
        return ended.path("result");
    }

    private static String checksumOfNothingWrong(String service, String model, JsonNode result) {
        assertThat(result.path("mended").asInt())
                .as("%s %s: %s", service, model, result)
                .isZero();
        assertThat(result.path("after").asString())
                .as("%s %s: %s", service, model, result)
                .isEqualTo(result.path("archive").asString())
                .isEqualTo(result.path("before").asString());
        assertThat(result.path("documents").asInt())
                .as("%s %s", service, model)
                .isGreaterThanOrEqualTo(model.equals("directory/directory_clients") ? 0 : 1);
        return checksum(result, "before");
    }
}
