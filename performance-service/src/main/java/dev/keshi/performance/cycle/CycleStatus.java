package dev.keshi.performance.cycle;

/** How far a cycle is. */
public enum CycleStatus {
    /** Agreed on, not begun. */
    PLANNED,
    /** Appraisals and ratings are made, part by part. */
    OPENING,
    /** People rate. */
    RATING,
    /** Nobody rates any more; totals are worked out, part by part. */
    SCORING,
    /** Grades are looked at together. */
    CALIBRATION,
    /** Grades are published, part by part. */
    PUBLISHING,
    PUBLISHED;

    /** Whether the service works on it by itself. */
    boolean isWorkedOn() {
        return this == OPENING || this == SCORING || this == PUBLISHING;
    }
}
