package dev.keshi.training.assignment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that an appraisal found weak.
 *
 * @param at when the appraisal was published last
 * @param until the last day that it judges; absent where that was not kept
 * @param points 0.0 to 100.0
 */
record Weakness(
        String indicator,
        String appraisalId,
        Instant at,
        @Nullable LocalDate until,
        BigDecimal points) {

    private static final Comparator<Weakness> ORDER =
            Comparator.comparing(Weakness::lastDay).thenComparing(Weakness::appraisalId);

    /**
     * Whether it counts instead of another of the same indicator: of the appraisals that of the oldest work, however often it was published
     * since, and as it was published last.
     */
    boolean goesBefore(Weakness other) {
        if (!indicator.equals(other.indicator)) {
            return false;
        }
        return appraisalId.equals(other.appraisalId) ? at.isAfter(other.at) : ORDER.compare(this, other) < 0;
    }

    private LocalDate lastDay() {
        return until == null ? LocalDate.ofInstant(at, ZoneOffset.UTC) : until;
    }
}
