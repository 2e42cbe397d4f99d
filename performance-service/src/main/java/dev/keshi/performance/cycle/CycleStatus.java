package dev.keshi.performance.cycle;

/** How far a cycle is. */
public enum CycleStatus {
    /** Agreed on, not begun. */
    PLANNED,
    /** Appraisals and ratings are made, part by part. */
    OPENING,
    /** People rate. */
    RATING,
    /**
     * Positions held are brought up to date, part by part: whoever has moved or left since the cycle was opened. Where that asks superiors
     * for something, people rate again; else totals are worked out.
     */
    CLOSING,
    /** Nobody rates any more; totals are worked out, part by part. */
    SCORING,
    /** Grades are looked at together. */
    CALIBRATION,
    /** Grades are published, part by part. */
    PUBLISHING,
    PUBLISHED,
    /** Personnel has called it off, and why; nobody is judged by it. */
    CANCELLED;

    /** Whether the service works on it by itself. */
    boolean isWorkedOn() {
        return this == OPENING || this == CLOSING || this == SCORING || this == PUBLISHING;
    }

    /** Whether it may be called off: until publishing begins, but not while the service works on it. */
    boolean isCancellable() {
        return this == PLANNED || this == RATING || this == CALIBRATION;
    }

    /** Whether ratings are given, asked for and waived. */
    boolean takesRatings() {
        return this == RATING || this == CLOSING;
    }
}
