package dev.keshi.performance.scoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a cycle agreed on before it began.
 *
 * @param minimumPeers below so many, what peers say does not count; at least 3, because of two each knows the other
 * @param minimumDays a position held for fewer days of the period is left out
 */
public record ScoringRules(RaterWeights raters, int minimumPeers, MoverRule movers, int minimumDays) {

    /** Version of the arithmetic; it changes when the same figures would give another total. */
    public static final int VERSION = 1;

    public static final int FEWEST_PEERS = 3;

    private static final int USUAL_DAYS = 30;

    public ScoringRules {
        if (minimumPeers < FEWEST_PEERS) {
            throw new IllegalArgumentException("minimum of peers: " + minimumPeers);
        }
        if (minimumDays < 1) {
            throw new IllegalArgumentException("minimum of days: " + minimumDays);
        }
    }

    /** Days a position is held at least to be judged, unless something else is agreed on: thirty, in short periods half of theirs. */
    public static int usualMinimumDays(LocalDate first, LocalDate last) {
        return Math.clamp((ChronoUnit.DAYS.between(first, last) + 1) / 2, 1, USUAL_DAYS);
    }
}
