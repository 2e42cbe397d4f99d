package dev.keshi.chaos.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an explanation over HTTP says, reckoned once more from its parts alone, by somebody who knows none of the code that made it. */
record ExplainedTotal(JsonNode explanation) {

    /** What is counted of one rating for one indicator. @param rating its id */
    record Counted(String rating, String indicator, BigDecimal points) {}

    /** The weighted mean of what counts, level by level, and only at its end rounded; empty where nothing counts. */
    Optional<BigDecimal> total() {
        return exactly(explanation).map(exact -> exact.setScale(1, RoundingMode.HALF_EVEN));
    }

    private static Optional<BigDecimal> exactly(JsonNode node) {
        if (!node.has("parts")) {
            return node.has("points") ? Optional.of(node.path("points").decimalValue()) : Optional.empty();
        }
        var sum = BigDecimal.ZERO;
        var weights = BigDecimal.ZERO;
        for (JsonNode part : node.path("parts")) {
            var points = exactly(part);
            if (points.isPresent()) {
                var weight = part.path("weight").decimalValue();
                sum = sum.add(points.get().multiply(weight));
                weights = weights.add(weight);
            }
        }
        return weights.signum() == 0 ? Optional.empty() : Optional.of(sum.divide(weights, MathContext.DECIMAL128));
    }

    /** Of all ratings but those of peers, who are not named. */
    List<Counted> counted() {
        var counted = new ArrayList<Counted>();
        indicators()
                .forEach(indicator -> indicator
                        .path("parts")
                        .forEach(view -> view.path("parts")
                                .forEach(leaf -> counted.add(new Counted(
                                        leaf.path("reference").asString(""),
                                        indicator.path("subject").asString(),
                                        leaf.path("points").decimalValue())))));
        return counted;
    }

    /** How many peers each indicator counts, and their mean; absent where they are left out. */
    List<Peers> peers() {
        return indicators()
                .flatMap(indicator -> indicator
                        .path("parts")
                        .valueStream()
                        .filter(view -> view.has("peers"))
                        .map(view -> new Peers(
                                indicator.path("subject").asString(),
                                view.path("peers").asInt(),
                                view.path("points").decimalValue())))
                .toList();
    }

    record Peers(String indicator, int many, BigDecimal mean) {}

    private Stream<JsonNode> indicators() {
        return explanation
                .path("parts")
                .valueStream()
                .flatMap(stay -> stay.path("parts").valueStream())
                .filter(node -> node.path("level").asString("").equals("INDICATOR"));
    }
}
