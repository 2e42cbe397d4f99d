package dev.keshi.performance.goal.web;

import dev.keshi.performance.goal.GoalPlan;
import dev.keshi.performance.goal.GoalStatus;
import dev.keshi.performance.goal.GoalTerms;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about goals. */
final class GoalRequests {

    private static final int ID = 64;
    private static final int TITLE = 200;
    private static final int MEASURE = 1000;
    private static final int REASON = 1000;
    private static final int WHOLE = 100;

    private GoalRequests() {}

    record SetGoal(
            @NotNull @Size(min = 1, max = TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @NotNull LocalDate firstDay,
            @Nullable @Size(min = 1, max = ID) String parentId,
            @NotNull @Valid Terms terms) {

        GoalPlan toPlan() {
            return new GoalPlan(title, firstDay, Optional.ofNullable(parentId), terms.toTerms());
        }
    }

    /**
     * @param measure how one sees that it is reached
     * @param indicator code of one that measures it; then there is a target
     * @param weight percent among the goals of its owner
     */
    record Terms(
            @NotNull @Size(min = 1, max = MEASURE) @Pattern(regexp = WrittenText.ONE_LINE)
            String measure,

            @Nullable @Pattern(regexp = IndicatorCode.SHAPE) String indicator,
            @Nullable @Digits(integer = 12, fraction = 4) BigDecimal target,
            @NotNull @Min(1) @Max(WHOLE) Integer weight,
            @NotNull LocalDate dueOn) {

        private GoalTerms toTerms() {
            return new GoalTerms(
                    measure,
                    Optional.ofNullable(indicator).map(IndicatorCode::new),
                    Optional.ofNullable(target),
                    weight,
                    dueOn);
        }
    }

    record AdjustGoal(
            @NotNull @Valid Terms terms,

            @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = WrittenText.ONE_LINE)
            String reason) {

        GoalTerms toTerms() {
            return terms.toTerms();
        }
    }

    /** What became of it. */
    enum Outcome {
        ACHIEVED,
        MISSED,
        DROPPED;

        GoalStatus status() {
            return GoalStatus.valueOf(name());
        }
    }

    record EndGoal(
            @NotNull Outcome outcome,

            @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = WrittenText.ONE_LINE)
            String reason) {}
}
