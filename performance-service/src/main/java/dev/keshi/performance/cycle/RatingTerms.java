package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.IndicatorFamily;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle asks of those who rate in it.
 *
 * @param endsOn the day by which it wants ratings; absent when it names none
 * @param judged families of indicators
 */
record RatingTerms(@Nullable LocalDate endsOn, Set<IndicatorFamily> judged) {

    RatingTerms {
        judged = Set.copyOf(judged);
    }
}
