package dev.keshi.events.testkit;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.PublishedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One complete example of each event type: the very files that Keshi's own build checks its contracts with. */
public final class GoldenEvents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private GoldenEvents() {}

    /** As a handler gets it. */
    public static <E extends PublishedEvent> E of(Class<E> type) {
        return JSON.treeToValue(tree(EventCatalogue.describe(type)), type);
    }

    /** As it stands in the record's value. */
    public static String json(Class<? extends PublishedEvent> type) {
        return JSON.writeValueAsString(tree(EventCatalogue.describe(type)));
    }

    /** The same example of another aggregate: its id is replaced wherever it stands. */
    static byte[] json(EventDescriptor contract, String key) {
        var tree = tree(contract);
        return JSON.writeValueAsBytes(replaced(tree, tree.get(contract.key()).asString(), key));
    }

    /** Each object has two fields more, of which nobody knows yet. */
    static byte[] withFieldsToCome(byte[] json) {
        return JSON.writeValueAsBytes(withFieldsToCome(JSON.readTree(json)));
    }

    private static JsonNode withFieldsToCome(JsonNode node) {
        if (node.isObject()) {
            var more = JsonNodeFactory.instance.objectNode();
            more.put("addedSomeDay", true);
            node.properties().forEach(field -> more.set(field.getKey(), withFieldsToCome(field.getValue())));
            more.putObject("alsoAddedSomeDay").putArray("list").add(1);
            return more;
        }
        if (node.isArray()) {
            var elements = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> elements.add(withFieldsToCome(element)));
            return elements;
        }
        return node;
    }

    /** Every type there is an example of. */
    public static List<Class<? extends PublishedEvent>> types() {
        return EventCatalogue.all().stream()
                .<Class<? extends PublishedEvent>>map(EventDescriptor::record)
                .toList();
    }

    private static JsonNode replaced(JsonNode node, String old, String key) {
        if (node.isString() && node.asString().equals(old)) {
            return JsonNodeFactory.instance.stringNode(key);
        }
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), replaced(field.getValue(), old, key)));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(replaced(element, old, key)));
            return copy;
        }
        return node;
    }

    private static JsonNode tree(EventDescriptor contract) {
        try (var file = EventCatalogue.class.getResourceAsStream("/golden/" + contract.type() + ".json")) {
            if (file == null) {
                throw new IllegalStateException("There is no golden event of " + contract.type());
            }
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
