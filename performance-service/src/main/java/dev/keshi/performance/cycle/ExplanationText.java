package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Explanation.Leaf;
import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.Explanation.Reason;
import dev.keshi.performance.scoring.Points;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An explanation as JSON text; points as text, so that no number is rounded on its way. */
final class ExplanationText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LEVEL = "level";
    private static final String SUBJECT = "subject";
    private static final String PARTS = "parts";
    private static final String WEIGHT = "weight";
    private static final String OF = "of";
    private static final String REFERENCE = "reference";
    private static final String POINTS = "points";
    private static final String REASON = "leftOut";

    private ExplanationText() {}

    static String write(Explanation explanation) {
        return JSON.writeValueAsString(node(explanation));
    }

    static Explanation read(String text) {
        return explanation(JSON.readTree(text));
    }

    private static ObjectNode node(Explanation explanation) {
        var node = JSON.createObjectNode();
        switch (explanation) {
            case Leaf(var reference, var points) ->
                node.put(REFERENCE, reference).put(POINTS, points.value().toString());
            case LeftOut(var level, var subject, var reason) ->
                node.put(LEVEL, level.name()).put(SUBJECT, subject).put(REASON, reason.name());
            case Mean(var level, var subject, var parts) -> {
                node.put(LEVEL, level.name()).put(SUBJECT, subject);
                var array = node.putArray(PARTS);
                parts.forEach(
                        part -> array.addObject().put(WEIGHT, part.weight()).set(OF, node(part.of())));
            }
        }
        return node;
    }

    private static Explanation explanation(JsonNode node) {
        if (node.has(POINTS)) {
            return new Leaf(
                    node.get(REFERENCE).asString(), Points.of(node.get(POINTS).asString()));
        }
        var level = Level.valueOf(node.get(LEVEL).asString());
        var subject = node.get(SUBJECT).asString();
        if (node.has(REASON)) {
            return new LeftOut(level, subject, Reason.valueOf(node.get(REASON).asString()));
        }
        var parts = new ArrayList<Part>();
        node.get(PARTS).forEach(part -> parts.add(new Part(part.get(WEIGHT).asInt(), explanation(part.get(OF)))));
        return new Mean(level, subject, parts);
    }
}
