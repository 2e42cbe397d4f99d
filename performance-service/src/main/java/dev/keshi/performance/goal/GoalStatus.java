package dev.keshi.performance.goal;

/** What became of a goal. */
public enum GoalStatus {
    /** It holds. */
    OPEN,
    ACHIEVED,
    MISSED,
    /** It holds no more, because things have changed. */
    DROPPED
}
