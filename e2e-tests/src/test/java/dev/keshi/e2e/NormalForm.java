package dev.keshi.e2e;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What answers say, without what is another each time that the same is done: ids, moments, how long something took, the order of lists. */
final class NormalForm {

    private static final Set<String> ASIDE = Set.of(
            "id",
            "revision",
            "number",
            "requestNumber",
            "text",
            "asOf",
            "approvalMeanHours",
            "workMeanHours",
            "requestMeanHours");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    /** Of things and of events; words in capitals or with hyphens alone are none. */
    private static final Pattern ID = Pattern.compile(
            "(?=[A-Za-z0-9_-]*(?:[0-9]|[a-z][A-Za-z0-9_-]*[A-Z]|[A-Z][A-Za-z0-9_-]*[a-z]))[A-Za-z0-9_-]{20,}");

    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param names what differs, and what is said instead */
    NormalForm(Map<String, String> names) {
        names.entrySet().stream()
                .sorted(Comparator.comparingInt(name -> -name.getKey().length()))
                .forEach(name -> this.names.put(name.getKey(), name.getValue()));
    }

    /** Sorted. */
    List<String> of(List<JsonNode> said) {
        return said.stream().map(this::of).sorted().toList();
    }

    String of(JsonNode said) {
        if (said.isObject()) {
            var fields = new TreeMap<String, String>();
            said.properties().stream()
                    .filter(field ->
                            !ASIDE.contains(field.getKey()) && !field.getValue().isNull())
                    .forEach(field -> fields.put(text(field.getKey()), of(field.getValue())));
            return fields.toString();
        }
        return said.isArray() ? of(said.valueStream().toList()).toString() : text(said.asString());
    }

    private String text(String said) {
        String named = said;
        for (var name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return ID.matcher(MOMENT.matcher(named).replaceAll("<moment>")).replaceAll("<id>");
    }
}
