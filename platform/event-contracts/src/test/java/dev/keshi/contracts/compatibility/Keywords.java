package dev.keshi.contracts.compatibility;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What the keywords of JSON Schema 2020-12 are to the comparison, and those of Keshi. */
final class Keywords {

    /** Owner, topic and its layout, aggregate and key: how the type travels. */
    static final String CONTRACT = "x-keshi";

    /** The text can be read with the key of a person only. */
    static final String ENCRYPTED = "x-encrypted";

    /** The values that a text, or the texts of a list, have; unlike an enum, others may come. */
    static final String KNOWN_VALUES = "x-known-values";

    /** The release in which the type or the field came. */
    static final String SINCE = "x-since";

    private static final Set<String> FOR_PEOPLE = Set.of(
            "title",
            "description",
            "x-description-zh-CN",
            SINCE,
            "examples",
            "$comment",
            "deprecated",
            "readOnly",
            "writeOnly");

    /** Their values are schemas, one by one or by name; a change inside is judged as anywhere else. */
    static final Set<String> LISTS_OF_SCHEMAS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    static final Set<String> SCHEMAS_BY_NAME = Set.of("patternProperties", "dependentSchemas");

    private static final Set<String> NAMES = Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

    /** Whether a greater value lets more through. */
    private static final Map<String, Boolean> GREATER_IS_LOOSER = Map.ofEntries(
            Map.entry("maximum", true),
            Map.entry("exclusiveMaximum", true),
            Map.entry("maxLength", true),
            Map.entry("maxItems", true),
            Map.entry("maxProperties", true),
            Map.entry("maxContains", true),
            Map.entry("minimum", false),
            Map.entry("exclusiveMinimum", false),
            Map.entry("minLength", false),
            Map.entry("minItems", false),
            Map.entry("minProperties", false),
            Map.entry("minContains", false),
            Map.entry("multipleOf", false),
            Map.entry("uniqueItems", false));

    private static final Map<String, List<String>> SAYS_NOTHING = Map.of(
            "minLength", List.of("0"),
            "minItems", List.of("0"),
            "minProperties", List.of("0"),
            "uniqueItems", List.of("false"),
            "required", List.of("[]"),
            "properties", List.of("{}"),
            "items", List.of("true", "{}"),
            "additionalProperties", List.of("true", "{}"),
            "unevaluatedProperties", List.of("true", "{}"));

    private Keywords() {}

    static boolean isForPeople(String keyword) {
        return FOR_PEOPLE.contains(keyword);
    }

    static boolean isLimit(String keyword) {
        return GREATER_IS_LOOSER.containsKey(keyword);
    }

    static boolean saysNothing(String keyword, JsonNode value) {
        return SAYS_NOTHING.getOrDefault(keyword, List.of()).contains(value.toString());
    }

    /** Absent is the loosest value of every limit. */
    static boolean isTighter(String limit, JsonNode before, JsonNode after) {
        if (before.isMissingNode() || after.isMissingNode()) {
            return before.isMissingNode();
        }
        return before.isNumber()
                && after.isNumber()
                && (after.decimalValue().compareTo(before.decimalValue()) < 0) == GREATER_IS_LOOSER.get(limit);
    }

    /** The same for two ways of writing one rule: 1 and 1.0, with and without words for people. */
    static JsonNode canonical(JsonNode rule) {
        return rewritten(
                rule,
                Keywords::isForPeople,
                value -> value.isNumber()
                        ? StringNode.valueOf("number "
                                + value.decimalValue().stripTrailingZeros().toPlainString())
                        : value);
    }

    static JsonNode without(JsonNode schema, Predicate<String> keyword) {
        return rewritten(schema, keyword, UnaryOperator.identity());
    }

    private static JsonNode rewritten(JsonNode rule, Predicate<String> dropped, UnaryOperator<JsonNode> leaf) {
        return switch (rule) {
            case ArrayNode list -> {
                var result = list.arrayNode();
                list.forEach(each -> result.add(rewritten(each, dropped, leaf)));
                yield result;
            }
            case ObjectNode schema -> {
                var result = schema.objectNode();
                schema.properties().stream()
                        .filter(each -> !dropped.test(each.getKey()))
                        .forEach(each -> result.set(
                                each.getKey(),
                                NAMES.contains(each.getKey())
                                        ? byName(each.getValue(), dropped, leaf)
                                        : rewritten(each.getValue(), dropped, leaf)));
                yield result;
            }
            default -> leaf.apply(rule);
        };
    }

    /** Here a key is the name of a field, and a field may well be called {@code title}. */
    private static JsonNode byName(JsonNode schemas, Predicate<String> dropped, UnaryOperator<JsonNode> leaf) {
        if (!(schemas instanceof ObjectNode named)) {
            return schemas;
        }
        var result = named.objectNode();
        named.properties().forEach(each -> result.set(each.getKey(), rewritten(each.getValue(), dropped, leaf)));
        return result;
    }
}
