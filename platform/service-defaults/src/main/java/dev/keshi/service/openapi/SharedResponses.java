package dev.keshi.service.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The problem document and the refusals, as components. */
final class SharedResponses {

    static final Map<String, String> REFUSALS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "The request cannot be understood, or fields or parameters are not as required"),
            Map.entry("401", "No access token, or one that is not valid any more"),
            Map.entry("403", "The caller's role does not allow it"),
            Map.entry("404", "Absent, or outside what the caller may see"),
            Map.entry("406", "The requested format is not available"),
            Map.entry("409", "The state forbids it, or the same request is being processed"),
            Map.entry("412", "The version in If-Match is stale"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The content type is not supported"),
            Map.entry("422", "Well formed and against a rule, or the Idempotency-Key was used for another request"),
            Map.entry("428", "If-Match is required"),
            Map.entry("429", "Too many requests; see Retry-After"),
            Map.entry("503", "Busy or not available for the moment; see Retry-After")));

    private SharedResponses() {}

    static void addTo(OpenAPI api) {
        var components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        components.addSchemas("Problem", problem());
        components.addSchemas("ProblemFinding", finding());
        REFUSALS.forEach((status, meaning) -> components.addResponses("Problem" + status, response(meaning)));
    }

    static ApiResponse reference(String status) {
        return new ApiResponse().$ref("#/components/responses/Problem" + status);
    }

    private static ApiResponse response(String meaning) {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        return object("Problem details, RFC 9457")
                .addProperty("type", text("Stable URI of the kind of problem"))
                .addProperty("title", text("Short text in the caller's language"))
                .addProperty("status", typed("integer", "HTTP status"))
                .addProperty("detail", text("What to do about it"))
                .addProperty("code", text("Stable code; the end of the type"))
                .addProperty("traceId", text("What to tell support"))
                .addProperty(
                        "errors",
                        typed("array", "What is wrong in detail")
                                .items(new Schema<>().$ref("#/components/schemas/ProblemFinding")))
                .required(List.of("type", "title", "status", "code", "traceId"));
    }

    private static Schema<?> finding() {
        return object("One finding; says where it is by pointer, parameter, row and column, or elementId and line")
                .addProperty("code", text("Stable code"))
                .addProperty("message", text("Text in the caller's language"))
                .addProperty(
                        "allowed",
                        typed("array", "What the value may be; where these are a few names")
                                .items(text("One of them")))
                .addProperty("parserMessage", text("Own words of the parser that found it, in no particular language"))
                .addProperty("pointer", text("JSON pointer into the request body"))
                .addProperty("parameter", text("Name of the query parameter, path variable or header"))
                .additionalProperties(true)
                .required(List.of("code", "message"));
    }

    private static Schema<?> object(String description) {
        return typed("object", description);
    }

    private static Schema<?> text(String description) {
        return typed("string", description);
    }

    /** OpenAPI 3.1 reads {@code types}, 3.0 reads {@code type}. */
    private static Schema<?> typed(String type, String description) {
        var schema = new Schema<>();
        schema.setType(type);
        schema.addType(type);
        schema.setDescription(description);
        return schema;
    }
}
