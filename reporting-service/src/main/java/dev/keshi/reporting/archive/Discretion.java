package dev.keshi.reporting.archive;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves out of events what their publishers show to few people only, for everybody but auditors. Who those few are only the publisher
 * can say, so the archive does not try.
 */
public class Discretion {

    private static final String AUDITOR = "AUDITOR";

    private final JsonMapper json;
    private final Map<String, Set<String>> confidential;

    Discretion(JsonMapper json) {
        this.json = json;
        this.confidential = EventCatalogue.all().stream()
                .filter(event -> !event.confidential().isEmpty())
                .collect(toUnmodifiableMap(EventDescriptor::type, EventDescriptor::confidential));
    }

    /** What holders of these roles get to see of an event. */
    public EventView shown(EventView event, Set<String> roles) {
        var fields = confidential.getOrDefault(event.type(), Set.of());
        if (fields.isEmpty() || roles.contains(AUDITOR)) {
            return event;
        }
        var leftOut = fields.stream().sorted().toList();
        return event.saying(without(event, leftOut), leftOut);
    }

    /** Of what is no object nothing can be told apart, so nothing is said. */
    private @Nullable String without(EventView event, List<String> fields) {
        if (event.data() == null || !(json.readTree(event.data()) instanceof ObjectNode object)) {
            return null;
        }
        return object.remove(fields).toString();
    }
}
