package dev.keshi.risk.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * When an indicator warns and when it has recovered.
 *
 * @param threshold a value that reaches it is a breach
 * @param recovery a value that reaches it ends the warning; strictly on the good side of the threshold
 * @param breaches how many periods in a row must breach, 1 to {@value #MOST_BREACHES}
 */
public record IndicatorRule(
        Direction direction, BigDecimal threshold, BigDecimal recovery, int breaches, Rhythm rhythm) {

    public static final int MOST_BREACHES = 12;

    /** @throws RuleProblem when no figure could be judged by it */
    public IndicatorRule {
        if (breaches < 1 || breaches > MOST_BREACHES) {
            throw new IllegalArgumentException("breaches: " + breaches);
        }
        int apart = threshold.compareTo(recovery);
        if (apart == 0) {
            throw new RuleProblem.NoHysteresis(threshold);
        }
        if (direction == Direction.ABOVE && apart < 0) {
            throw new RuleProblem.ThresholdBelowRecovery(threshold, recovery);
        }
        if (direction == Direction.BELOW && apart > 0) {
            throw new RuleProblem.ThresholdAboveRecovery(threshold, recovery);
        }
    }

    /** Whether a value is farther on the bad side than another. */
    public boolean isWorse(BigDecimal value, BigDecimal other) {
        return switch (direction) {
            case ABOVE -> value.compareTo(other) > 0;
            case BELOW -> value.compareTo(other) < 0;
        };
    }

    boolean isBreachedBy(BigDecimal value) {
        return switch (direction) {
            case ABOVE -> value.compareTo(threshold) >= 0;
            case BELOW -> value.compareTo(threshold) <= 0;
        };
    }

    boolean isRecoveredBy(BigDecimal value) {
        return switch (direction) {
            case ABOVE -> value.compareTo(recovery) <= 0;
            case BELOW -> value.compareTo(recovery) >= 0;
        };
    }

    boolean follow(LocalDate period, LocalDate later) {
        return rhythm.following(period).equals(later);
    }
}
