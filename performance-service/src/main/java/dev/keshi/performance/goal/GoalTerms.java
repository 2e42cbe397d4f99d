package dev.keshi.performance.goal;

import dev.keshi.performance.indicator.IndicatorCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What of a goal can be adjusted.
 *
 * @param measure how one sees that it is reached
 * @param indicator that measures it, with a target
 * @param weight percent among the goals of its owner, 1 to 100
 * @param dueOn last day
 */
public record GoalTerms(
        String measure, Optional<IndicatorCode> indicator, Optional<BigDecimal> target, int weight, LocalDate dueOn) {

    private static final int WHOLE = 100;

    public GoalTerms {
        if (weight < 1 || weight > WHOLE) {
            throw new IllegalArgumentException("weight: " + weight);
        }
        if (indicator.isPresent() && target.isEmpty()) {
            throw new GoalProblem.TargetMissing();
        }
    }
}
