package dev.keshi.contracts.compatibility;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every difference between the JSON Schema of a released contract and that of the build, each said to be breaking or harmless; {@link Change} says why.
 *
 * <p>Schemas are compared rule by rule in their places. Rules that can be understood get a finding of their own; any other difference is
 * {@link Change#RULE_CHANGED} and breaks, so that a keyword nobody thought of cannot slip through. Two schemas that say the same in very different ways
 * (an {@code allOf} folded into its parent) are therefore refused although nothing breaks: the records that the schemas are made from do not write such.
 */
public final class SchemaComparison {

    private static final String ANYTHING = "anything";

    /** Rules for what a value consists of. */
    private static final Set<String> PARTS =
            Set.of("properties", "required", "items", "additionalProperties", "unevaluatedProperties");

    private final JsonNode released;
    private final JsonNode built;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> referencesUnderway = new HashSet<>();

    private SchemaComparison(JsonNode released, JsonNode built) {
        this.released = released;
        this.built = built;
    }

    /**
     * @param released null for a type that was not released yet
     * @param built null for a type that is gone
     */
    public static List<Finding> between(@Nullable JsonNode released, @Nullable JsonNode built) {
        if (released == null || built == null) {
            return released == built
                    ? List.of()
                    : List.of(
                            released == null
                                    ? new Finding(Change.TYPE_ADDED, "", "the type is new")
                                    : new Finding(Change.TYPE_REMOVED, "", "the type is gone"));
        }
        var comparison = new SchemaComparison(released, built);
        comparison.compare(released, built, "");
        return List.copyOf(comparison.findings);
    }

    private void compare(JsonNode before, JsonNode after, String at) {
        var references =
                before.path("$ref").asString("") + " " + after.path("$ref").asString("");
        if (!references.isBlank() && !referencesUnderway.add(references)) {
            return; // a schema that contains itself
        }
        var old = Shape.of(before, released);
        var now = Shape.of(after, built);
        if (old.followed() && now.followed()) {
            compare(old, now, at);
        } else {
            found(Change.REFERENCE_NOT_FOLLOWED, at + "/$ref", "what %s refers to cannot be read here", subject(at));
        }
        referencesUnderway.remove(references);
    }

    private void compare(Shape old, Shape now, String at) {
        if (old.nullable() != now.nullable()) {
            found(
                    now.nullable() ? Change.NULL_ALLOWED : Change.NULL_FORBIDDEN,
                    at + "/type",
                    "%s may %s be null",
                    subject(at),
                    now.nullable() ? "now" : "no longer");
        }
        var keywords = new LinkedHashSet<>(old.rules().propertyNames());
        keywords.addAll(now.rules().propertyNames());
        if (haveNothingInCommon(names(old.rule("type")), names(now.rule("type")))) {
            keywords.removeAll(PARTS);
        }
        for (var keyword : keywords) {
            rule(keyword, old, now, at);
        }
    }

    /** Text that was an object has lost all of its fields; that it is text says so. */
    private static boolean haveNothingInCommon(Set<String> before, Set<String> after) {
        return Collections.disjoint(before, after) && !before.contains(ANYTHING) && !after.contains(ANYTHING);
    }

    private void rule(String keyword, Shape old, Shape now, String at) {
        var before = old.rule(keyword);
        var after = now.rule(keyword);
        var place = at + "/" + escaped(keyword);
        switch (keyword) {
            case "properties" -> fields(old, now, at);
            case "required" -> requirements(old, now, at);
            case "type" -> types(before, after, at);
            case "enum" -> values(before, after, at);
            case "items" -> compare(before, after, place);
            case "additionalProperties", "unevaluatedProperties" -> furtherFields(before, after, place, at);
            case Keywords.CONTRACT -> contract(before, after, place);
            case "$id" -> changed(Change.ADDRESS_CHANGED, before, after, place, "the address of the schema");
            case "$schema" -> changed(Change.DIALECT_CHANGED, before, after, place, "the dialect of the schema");
            case "format" -> changed(Change.FORMAT_CHANGED, before, after, place, "the format of " + subject(at));
            case "pattern" -> changed(Change.PATTERN_CHANGED, before, after, place, "the pattern of " + subject(at));
            case "default" -> changed(Change.DEFAULT_CHANGED, before, after, place, "the default of " + subject(at));
            case Keywords.KNOWN_VALUES -> knownValues(before, after, place, at);
            case Keywords.ENCRYPTED -> encryption(before, after, place, at);
            default -> otherRule(keyword, before, after, place, at);
        }
    }

    private void otherRule(String keyword, JsonNode before, JsonNode after, String place, String at) {
        if (Keywords.isForPeople(keyword)) {
            changed(Change.WORDS_CHANGED, before, after, place, keyword + " of " + subject(at));
        } else if (Keywords.isLimit(keyword)) {
            var change = Keywords.isTighter(keyword, before, after) ? Change.LIMIT_TIGHTENED : Change.LIMIT_LOOSENED;
            changed(change, before, after, place, keyword + " of " + subject(at));
        } else if (Keywords.LISTS_OF_SCHEMAS.contains(keyword) && before.size() == after.size()) {
            for (var i = 0; i < before.size(); i++) {
                compare(before.get(i), after.get(i), place + "/" + i);
            }
        } else if (Keywords.SCHEMAS_BY_NAME.contains(keyword)
                && Set.copyOf(before.propertyNames()).equals(Set.copyOf(after.propertyNames()))) {
            before.propertyNames()
                    .forEach(name -> compare(before.get(name), after.get(name), place + "/" + escaped(name)));
        } else {
            changed(Change.RULE_CHANGED, before, after, place, "the rule " + keyword + " of " + subject(at));
        }
    }

    private void fields(Shape old, Shape now, String at) {
        var before = old.rule("properties");
        var after = now.rule("properties");
        for (var name : before.propertyNames()) {
            var place = at + "/properties/" + escaped(name);
            if (after.has(name)) {
                compare(before.get(name), after.get(name), place);
            } else {
                found(Change.FIELD_REMOVED, place, "%s was removed", subject(place));
            }
        }
        for (var name : after.propertyNames()) {
            if (!before.has(name)) {
                added(name, old, now, at + "/properties/" + escaped(name));
            }
        }
    }

    private void added(String name, Shape old, Shape now, String place) {
        if (!isOpenFor(name, old)) {
            found(
                    Change.FIELD_ADDED_TO_CLOSED_OBJECT,
                    place,
                    "%s was added to an object that has a rule for all further fields",
                    subject(place));
        } else if (now.requires(name)) {
            found(Change.REQUIRED_FIELD_ADDED, place, "%s was added and is required", subject(place));
        } else {
            found(Change.OPTIONAL_FIELD_ADDED, place, "%s was added and may be absent", subject(place));
        }
    }

    private static boolean isOpenFor(String name, Shape old) {
        return old.rule("additionalProperties").isMissingNode()
                && old.rule("unevaluatedProperties").isMissingNode()
                && old.rule("propertyNames").isMissingNode()
                && old.rule("patternProperties").propertyNames().stream()
                        .noneMatch(pattern ->
                                Pattern.compile(pattern).matcher(name).find());
    }

    /** Fields that came or went with their requirement have a finding already. */
    private void requirements(Shape old, Shape now, String at) {
        var names = new TreeSet<String>();
        old.rule("required").forEach(name -> names.add(name.asString()));
        now.rule("required").forEach(name -> names.add(name.asString()));
        for (var name : names) {
            var came =
                    now.rule("properties").has(name) && !old.rule("properties").has(name);
            var went =
                    old.rule("properties").has(name) && !now.rule("properties").has(name);
            if (old.requires(name) != now.requires(name) && !came && !went) {
                var place = at + "/properties/" + escaped(name);
                found(
                        now.requires(name) ? Change.BECAME_REQUIRED : Change.BECAME_OPTIONAL,
                        place,
                        now.requires(name) ? "%s is required now" : "%s may be absent now",
                        subject(place));
            }
        }
    }

    private void types(JsonNode before, JsonNode after, String at) {
        if (!names(before).equals(names(after))) {
            found(
                    Change.JSON_TYPE_CHANGED,
                    at + "/type",
                    "the type of %s changed from %s to %s",
                    subject(at),
                    String.join(" or ", names(before)),
                    String.join(" or ", names(after)));
        }
    }

    private static Set<String> names(JsonNode type) {
        return type.isMissingNode()
                ? Set.of(ANYTHING)
                : (type.isArray() ? type.valueStream() : Stream.of(type))
                        .map(JsonNode::asString)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private void values(JsonNode before, JsonNode after, String at) {
        var place = at + "/enum";
        if (before.isMissingNode() || after.isMissingNode()) {
            var change = before.isMissingNode() ? Change.VALUES_CLOSED : Change.VALUES_OPENED;
            var verb = before.isMissingNode() ? "is limited to a list now" : "is no longer limited to a list";
            found(change, place, "%s %s: %s", subject(at), verb, before.isMissingNode() ? after : before);
            return;
        }
        missing(before, after)
                .forEach(gone -> found(Change.VALUE_REMOVED, place, "%s can no longer be %s", subject(at), gone));
        missing(after, before).forEach(more -> found(Change.VALUE_ADDED, place, "%s can be %s now", subject(at), more));
    }

    private void knownValues(JsonNode before, JsonNode after, String place, String at) {
        missing(before, after)
                .forEach(gone -> found(
                        Change.KNOWN_VALUE_WITHDRAWN,
                        place,
                        "%s is no longer said to be %s",
                        subject(at),
                        shown(gone)));
        missing(after, before)
                .forEach(more ->
                        found(Change.KNOWN_VALUE_ADDED, place, "%s can be %s as well", subject(at), shown(more)));
    }

    private static Stream<JsonNode> missing(JsonNode values, JsonNode from) {
        var there = from.valueStream().map(Keywords::canonical).toList();
        return values.valueStream().filter(value -> !there.contains(Keywords.canonical(value)));
    }

    /** Absent lets everything through, false nothing; anything else makes the object a map. */
    private void furtherFields(JsonNode before, JsonNode after, String place, String at) {
        if (before.isObject() && after.isObject()) {
            compare(before, after, place);
        } else if (!before.equals(after)) {
            var closed = before.isMissingNode() || (before.isObject() && after.isBoolean());
            found(
                    closed ? Change.OBJECT_CLOSED : Change.OBJECT_OPENED,
                    place,
                    closed ? "%s lets fewer further fields through" : "%s lets more further fields through",
                    subject(at));
        }
    }

    private void contract(JsonNode before, JsonNode after, String at) {
        var parts = new LinkedHashSet<>(before.propertyNames());
        parts.addAll(after.propertyNames());
        for (var part : parts) {
            var change = switch (part) {
                case "owner" -> Change.OWNER_CHANGED;
                case "topic" -> Change.TOPIC_CHANGED;
                case "partitions", "compacted" -> Change.TOPIC_LAYOUT_CHANGED;
                case "aggregate" -> Change.AGGREGATE_CHANGED;
                case "key" -> Change.KEY_CHANGED;
                default -> Change.RULE_CHANGED;
            };
            changed(change, before.path(part), after.path(part), at + "/" + escaped(part), "the " + part);
        }
    }

    private void encryption(JsonNode before, JsonNode after, String place, String at) {
        var encrypted = after.asBoolean(false);
        if (before.asBoolean(false) != encrypted) {
            found(
                    encrypted ? Change.ENCRYPTION_ADDED : Change.ENCRYPTION_REMOVED,
                    place,
                    encrypted ? "%s is encrypted now" : "%s is personal text and is no longer encrypted",
                    subject(at));
        }
    }

    private void changed(Change change, JsonNode before, JsonNode after, String place, String what) {
        if (!Keywords.canonical(before).equals(Keywords.canonical(after))) {
            found(change, place, "%s changed from %s to %s", what, shown(before), shown(after));
        }
    }

    private void found(Change change, String place, String sentence, Object... parts) {
        findings.add(new Finding(change, place, sentence.formatted(parts)));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.isString() ? value.asString() : value.toString();
    }

    /** {@code /properties/deputies/items/properties/area} is the field {@code deputies[].area}. */
    private static String subject(String at) {
        var name = new StringBuilder();
        var steps = at.split("/");
        for (var i = 1; i < steps.length; i++) {
            if (steps[i].equals("properties") && i + 1 < steps.length) {
                name.append(name.isEmpty() ? "" : ".")
                        .append(steps[++i].replace("~1", "/").replace("~0", "~"));
            } else if (steps[i].equals("items")) {
                name.append("[]");
            } else if (steps[i].equals("additionalProperties")) {
                name.append(".*");
            }
        }
        return name.isEmpty() ? "the event" : "the field " + name;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
