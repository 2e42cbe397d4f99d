package dev.keshi.performance.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.MoverRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle, with the rules everybody is judged by. From which points on a grade is given where a ceiling of the distribution was reached is told to nobody: it
 * is what somebody has.
 *
 * @param departmentId only people of this department and those below; absent: all
 * @param templates codes of templates that are preferred
 * @param cancellation why it was called off, and when; absent unless it was
 * @param places how many people the ceilings of the distribution have room for, once the cycle was scored; absent without a distribution,
 *     and of cycles that were scored before it was kept
 * @param appraisals how many there are, once the cycle was opened
 * @param done how many people or appraisals the step under way has gone through
 * @param failures how often in a row the step under way has failed where it is; absent while it has not. It is tried again by itself, within a minute
 * @param ratingEndsOn the day by which people are reminded to rate; absent: they are not reminded
 * @param families of the indicators that a partial cycle judges (考核维度); absent: all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CycleView(
        String id,
        String name,
        CycleKind kind,
        CycleExtent extent,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate populationOn,
        @Nullable String departmentId,
        List<String> templates,
        RaterWeightsView raterWeights,
        int minimumPeers,
        MoverRule movers,
        int minimumDays,
        ThresholdsView thresholds,
        @Nullable DistributionView distribution,
        CycleStatus status,
        @Nullable CancellationView cancellation,
        @Nullable PlacesView places,
        long appraisals,
        @Nullable Long done,
        @Nullable Integer failures,
        @Nullable LocalDate ratingEndsOn,
        @Nullable List<IndicatorFamily> families) {

    public CycleView {
        templates = List.copyOf(templates);
        families = families == null ? null : List.copyOf(families);
    }

    /** @param by who called it off; for personnel and auditors only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CancellationView(
            String reason, Instant at, @Nullable String by) {}

    /** Percent, 100 together. */
    public record RaterWeightsView(int self, int superior, int peer) {}

    /** Points from which a grade is reached. */
    public record ThresholdsView(BigDecimal excellent, BigDecimal good, BigDecimal pass) {}

    /** People, at most. */
    public record PlacesView(long excellent, long good) {}

    /** Percent of all who were scored, at most. */
    public record DistributionView(int mostExcellent, int mostGood) {}
}
