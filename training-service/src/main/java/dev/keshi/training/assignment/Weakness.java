package dev.keshi.training.assignment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * An indicator that an appraisal found weak.
 *
 * @param at when the appraisal was published
 * @param points 0.0 to 100.0
 */
record Weakness(String indicator, String appraisalId, Instant at, BigDecimal points) {

    private static final Comparator<Weakness> ORDER =
            Comparator.comparing(Weakness::at).thenComparing(Weakness::appraisalId);

    /** Whether it is of the same indicator and was published before. */
    boolean precedes(Weakness other) {
        return indicator.equals(other.indicator) && ORDER.compare(this, other) < 0;
    }
}
