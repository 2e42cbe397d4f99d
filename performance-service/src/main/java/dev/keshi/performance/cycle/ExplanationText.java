package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Explanation.Leaf;
import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Measured;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.Explanation.Reason;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Observed;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.Reckoning;
import dev.keshi.performance.scoring.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An explanation as JSON text; numbers as text, so that none is rounded on its way. */
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
    private static final String RECKONING = "reckoning";
    private static final String ZERO_AT = "zeroAt";
    private static final String FULL_AT = "fullAt";
    private static final String EVENTS = "events";
    private static final String AMOUNT = "amount";
    private static final String BASE = "base";
    private static final String REST = "rest";

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
            case Measured(var measurement) -> write(measurement, node);
        }
        return node;
    }

    private static void write(Measurement measurement, ObjectNode node) {
        node.put(SUBJECT, measurement.indicator())
                .put(RECKONING, measurement.reckoning().name())
                .put(ZERO_AT, measurement.scale().zeroAt().toPlainString())
                .put(FULL_AT, measurement.scale().fullAt().toPlainString());
        var events = node.putArray(EVENTS);
        measurement
                .named()
                .forEach(one -> events.addObject()
                        .put(REFERENCE, one.reference())
                        .put(AMOUNT, one.amount().toPlainString())
                        .put(BASE, one.base().toPlainString()));
        var rest = measurement.rest();
        node.putObject(REST)
                .put(EVENTS, rest.events())
                .put(AMOUNT, rest.amount().toPlainString())
                .put(BASE, rest.base().toPlainString());
    }

    private static Explanation explanation(JsonNode node) {
        if (node.has(POINTS)) {
            return new Leaf(
                    node.get(REFERENCE).asString(), Points.of(node.get(POINTS).asString()));
        }
        if (node.has(RECKONING)) {
            return new Measured(measurement(node));
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

    private static Measurement measurement(JsonNode node) {
        var named = new ArrayList<Observed>();
        node.get(EVENTS)
                .forEach(one ->
                        named.add(new Observed(one.get(REFERENCE).asString(), number(one, AMOUNT), number(one, BASE))));
        var rest = node.get(REST);
        return new Measurement(
                node.get(SUBJECT).asString(),
                Reckoning.valueOf(node.get(RECKONING).asString()),
                new Scale(number(node, ZERO_AT), number(node, FULL_AT)),
                named,
                new Measurement.Rest(rest.get(EVENTS).asLong(), number(rest, AMOUNT), number(rest, BASE)));
    }

    private static BigDecimal number(JsonNode node, String name) {
        return new BigDecimal(node.get(name).asString());
    }
}
