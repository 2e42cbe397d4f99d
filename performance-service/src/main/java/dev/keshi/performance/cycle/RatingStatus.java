package dev.keshi.performance.cycle;

/** What became of a rating that somebody was asked for. */
public enum RatingStatus {
    OPEN,
    GIVEN,
    /** Not given before rating was closed; it does not count. */
    LAPSED,
    /** Personnel has said that it is not needed, and why. */
    WAIVED
}
