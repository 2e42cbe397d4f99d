package dev.keshi.performance.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where points come from, down to each rating and event. The tree is not a report on the calculation, it is the calculation:
 * the total follows from it alone, and whoever holds it can work it out again.
 */
public sealed interface Explanation {

    /** What a node of the tree stands for, from the top down. */
    enum Level {
        /** The period; its parts are the positions held, weighted by days. */
        PERIOD,
        /** A position held; its parts are the indicators that the cycle judges, weighted by the template. */
        STAY,
        /** An indicator; its parts are the views of it, weighted by the cycle. */
        INDICATOR,
        /** One view of an indicator, the same weight for everybody who takes it. */
        VIEW
    }

    /** Why something does not count. The weights of the others are rescaled. */
    enum Reason {
        /** The position was held for too few days of the period. */
        TOO_SHORT,
        /** Another position was held later, and the cycle looks at the last. */
        NOT_HELD_AT_END,
        /** The cycle judges other families than those of the template. */
        NOT_JUDGED,
        /** Whoever was asked has not rated; never said of peers. */
        NO_RATING,
        /**
         * Fewer peers than the minimum, or none at all, or such as were not counted together before, see {@link PeerGroups}; what they rated is not
         * in the tree, and nobody is told which it is.
         */
        TOO_FEW_PEERS,
        /** The cycle gives this view no weight. */
        NO_WEIGHT,
        /** No event has come. */
        NO_EVENTS,
        /** What was observed has no base, for example a target of zero. */
        NOTHING_TO_DIVIDE_BY
    }

    /** One rating. @param reference its id; for a peer a number that says nothing */
    record Leaf(String reference, Points points) implements Explanation {}

    /** @param subject which stay, indicator or view */
    record Mean(Level level, String subject, List<Part> parts) implements Explanation {
        public Mean {
            parts = List.copyOf(parts);
        }
    }

    record LeftOut(Level level, String subject, Reason reason) implements Explanation {}

    /** An indicator that events feed: its points follow from what they say together. */
    record Measured(Measurement of) implements Explanation {}

    /** @param weight percent or days, beside those of the other parts; 1 or more */
    record Part(int weight, Explanation of) {
        public Part {
            if (weight < 1) {
                throw new IllegalArgumentException("weight: " + weight);
            }
        }
    }

    /** The points of this node, rounded; empty when nothing in it counts. */
    default Optional<Total> total() {
        return exactly().map(Total::rounded);
    }

    /**
     * How much of the weight that should count does, in percent, rounded half-even to one decimal: 100.0 where everything has been said that was
     * asked for. What the cycle leaves out by its rules is not asked for; where only part is there, the total is that of the part.
     */
    default BigDecimal weightCounted() {
        return counted().orElse(Fraction.ZERO).percent(Total.DECIMALS);
    }

    /** Of one; empty where nothing is asked for. */
    private Optional<Fraction> counted() {
        return switch (this) {
            case Leaf _ -> Optional.of(Fraction.ONE);
            case LeftOut(var _, var _, var reason) ->
                switch (reason) {
                    case TOO_SHORT, NOT_HELD_AT_END, NOT_JUDGED, NO_WEIGHT -> Optional.empty();
                    case NO_RATING, TOO_FEW_PEERS, NO_EVENTS, NOTHING_TO_DIVIDE_BY -> Optional.of(Fraction.ZERO);
                };
            case Measured(var measurement) ->
                Optional.of(measurement.points().isPresent() ? Fraction.ONE : Fraction.ZERO);
            case Mean(var _, var _, var parts) -> meanOf(parts, Explanation::counted);
        };
    }

    /** The whole arithmetic of appraisal: the weighted mean of the parts that count. */
    private Optional<Fraction> exactly() {
        return switch (this) {
            case Leaf(var _, var points) -> Optional.of(Fraction.of(points.value()));
            case LeftOut _ -> Optional.empty();
            case Measured(var measurement) -> measurement.points();
            case Mean(var _, var _, var parts) -> meanOf(parts, Explanation::exactly);
        };
    }

    private static Optional<Fraction> meanOf(List<Part> parts, Function<Explanation, Optional<Fraction>> of) {
        var sum = Fraction.ZERO;
        long weights = 0;
        for (var part : parts) {
            var value = of.apply(part.of());
            if (value.isPresent()) {
                sum = sum.plus(value.get().times(part.weight()));
                weights += part.weight();
            }
        }
        return weights == 0 ? Optional.empty() : Optional.of(sum.dividedBy(weights));
    }
}
