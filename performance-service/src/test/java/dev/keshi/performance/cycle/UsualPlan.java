package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A year of everybody by the usual rules. */
final class UsualPlan {

    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private UsualPlan() {}

    static CyclePlan of(Optional<LocalDate> ratingEndsOn) {
        return new CyclePlan(
                "年度",
                CycleKind.ANNUAL,
                CycleExtent.COMPREHENSIVE,
                Set.of(),
                new Period(LAST_DAY.withDayOfYear(1), LAST_DAY),
                LAST_DAY,
                Optional.empty(),
                List.of(),
                new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                Thresholds.USUAL,
                Optional.empty(),
                ratingEndsOn);
    }
}
