package dev.keshi.contracts.compatibility;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema written in one way where JSON Schema knows several: references are followed, {@code null} is a flag of its own, {@code const} is an
 * {@code enum} of one, and what says nothing is left out.
 *
 * @param followed false when a reference leads out of the document or contradicts what stands beside it
 */
record Shape(ObjectNode rules, boolean nullable, boolean followed) {

    private static final Set<String> DEFINITIONS = Set.of("$defs", "definitions");
    private static final int LONGEST_CHAIN = 32;

    static Shape of(JsonNode schema, JsonNode document) {
        var rules = object(schema);
        for (var hops = 0; rules.has("$ref"); hops++) {
            var target = target(rules.get("$ref").asString(), document);
            if (target.isMissingNode() || hops == LONGEST_CHAIN || contradict(object(target), rules)) {
                return new Shape(rules, false, false);
            }
            var beside = rules;
            beside.remove("$ref");
            rules = object(target);
            rules.setAll(beside);
        }
        rules.remove(DEFINITIONS);
        var nullable = takeNullFromTypes(rules) || takeNullFromAlternatives(rules, document);
        leaveOutWhatSaysNothing(rules);
        return new Shape(rules, nullable, !rules.has("$ref"));
    }

    JsonNode rule(String keyword) {
        return rules.path(keyword);
    }

    boolean requires(String field) {
        return rules.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(field));
    }

    /** True, false and nothing are schemas too. */
    private static ObjectNode object(JsonNode schema) {
        var none = JsonNodeFactory.instance.objectNode();
        if (schema.isBoolean() && !schema.booleanValue()) {
            none.putObject("not");
        }
        return schema.isObject() ? ((ObjectNode) schema).deepCopy() : none;
    }

    private static JsonNode target(String reference, JsonNode document) {
        return reference.equals("#") || reference.startsWith("#/")
                ? document.at(reference.substring(1))
                : JsonNodeFactory.instance.missingNode();
    }

    private static boolean contradict(ObjectNode target, ObjectNode beside) {
        return beside.propertyNames().stream()
                .anyMatch(keyword -> !keyword.equals("$ref")
                        && !Keywords.isForPeople(keyword)
                        && target.has(keyword)
                        && !target.get(keyword).equals(beside.get(keyword)));
    }

    private static boolean takeNullFromTypes(ObjectNode rules) {
        var types = rules.path("type");
        if (!types.isArray() || types.size() < 2) {
            return false;
        }
        var others = types.valueStream().filter(type -> !isNull(type)).toList();
        var nullable = others.size() < types.size();
        rules.set(
                "type",
                others.size() == 1 ? others.getFirst() : rules.arrayNode().addAll(others));
        if (nullable && rules.path("enum").isArray()) {
            var values = rules.get("enum").valueStream().filter(value -> !value.isNull());
            rules.set("enum", rules.arrayNode().addAll(values.toList()));
        }
        return nullable;
    }

    /** The other way to say it: one of two alternatives is null. */
    private static boolean takeNullFromAlternatives(ObjectNode rules, JsonNode document) {
        for (var keyword : new String[] {"anyOf", "oneOf"}) {
            var alternatives = rules.path(keyword);
            var nulls = IntStream.range(0, alternatives.size())
                    .filter(i -> isNull(alternatives.get(i).path("type")))
                    .boxed()
                    .toList();
            if (alternatives.size() == 2 && nulls.size() == 1) {
                var other = of(alternatives.get(1 - nulls.getFirst()), document);
                if (other.followed() && !contradict(other.rules(), rules)) {
                    rules.remove(keyword);
                    other.rules().properties().forEach(rule -> rules.putIfAbsent(rule.getKey(), rule.getValue()));
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNull(JsonNode type) {
        return type.isString() && type.asString().equals("null");
    }

    private static void leaveOutWhatSaysNothing(ObjectNode rules) {
        if (rules.path("type").isArray() && rules.get("type").size() == 1) {
            rules.set("type", rules.get("type").get(0));
        }
        if (rules.has("const") && !rules.has("enum")) {
            rules.set("enum", rules.arrayNode().add(rules.remove("const")));
        }
        rules.remove(rules.properties().stream()
                .filter(rule -> Keywords.saysNothing(rule.getKey(), rule.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
