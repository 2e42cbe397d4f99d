package dev.keshi.contracts.pages;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The fields of a schema as rows of a table, those inside named by their path: {@code deputies[].area}. */
final class FieldRows {

    private final List<String> rows = new ArrayList<>();
    private final Language language;

    private FieldRows(Language language) {
        this.language = language;
    }

    static List<String> of(JsonNode schema, Language language) {
        var fields = new FieldRows(language);
        fields.add(schema, "");
        return fields.rows;
    }

    private void add(JsonNode schema, String path) {
        for (var field : schema.path("properties").properties()) {
            var name = path + field.getKey();
            var content = field.getValue();
            var required = schema.path("required")
                    .valueStream()
                    .anyMatch(each -> each.asString().equals(field.getKey()));
            var meaning = language.of(content)
                    + (content.has("x-since")
                            ? " ("
                                    + language.say(
                                            "added", content.get("x-since").asString()) + ")"
                            : "");
            rows.add("| `%s` | %s | %s | %s |"
                    .formatted(
                            name, type(content), language.say(required ? "yes" : "no"), meaning.replace("|", "\\|")));
            if (!content.path("x-encrypted").asBoolean(false)) {
                add(
                        content.path("items").isMissingNode() ? content : content.get("items"),
                        name + (content.has("items") ? "[]." : "."));
            }
        }
    }

    private String type(JsonNode schema) {
        if (schema.path("x-encrypted").asBoolean(false)) {
            return language.say("type.encrypted");
        }
        var type = schema.path("type").asString("object");
        return type.equals("array")
                ? language.say("type.array", type(schema.path("items")))
                : language.say("type." + schema.path("format").asString(type));
    }
}
