package dev.keshi.performance.cycle;

import java.util.Set;

/** What became of a rating that somebody was asked for. */
public enum RatingStatus {
    OPEN,
    GIVEN,
    /** Not given before rating was closed; it does not count. */
    LAPSED,
    /** Personnel has said that it is not needed, and why. */
    WAIVED;

    /** Of one that was neither given nor done without. */
    static final Set<RatingStatus> MISSING = Set.of(OPEN, LAPSED);
}
