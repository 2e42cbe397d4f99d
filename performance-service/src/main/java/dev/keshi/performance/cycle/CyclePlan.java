package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Distribution;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.template.TemplateCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is agreed on before a cycle begins; it never changes.
 *
 * @param families those that a partial cycle judges; empty: all, as in comprehensive cycles and in partial ones from before families were named
 * @param populationOn whoever is employed on this day is appraised: later joiners are not, nor is who has left before
 * @param department only people of this department and those below, on that day; absent: of all
 * @param templates preferred where they fit the position, before the usual one
 * @param ratingEndsOn people are reminded to rate by this day, which is neither before the period ends nor a year behind that; rating is closed
 *     by personnel all the same
 */
public record CyclePlan(
        String name,
        CycleKind kind,
        CycleExtent extent,
        Set<IndicatorFamily> families,
        Period period,
        LocalDate populationOn,
        Optional<String> department,
        List<TemplateCode> templates,
        ScoringRules rules,
        Thresholds thresholds,
        Optional<Distribution> distribution,
        Optional<LocalDate> ratingEndsOn) {

    private static final int MOST_DAYS = 366;

    public CyclePlan {
        families = Set.copyOf(families);
        templates = List.copyOf(templates);
        ratingEndsOn.filter(day -> !endsRating(day, period)).ifPresent(day -> {
            throw new IllegalArgumentException("rating ends on " + day);
        });
    }

    /** The families whose indicators are judged. */
    public Set<IndicatorFamily> judged() {
        return families.isEmpty() ? Set.of(IndicatorFamily.values()) : families;
    }

    /** Whether rating of what was done in a period may end on this day. */
    public static boolean endsRating(LocalDate day, Period period) {
        long later = ChronoUnit.DAYS.between(period.last(), day);
        return later >= 0 && later <= MOST_DAYS;
    }
}
