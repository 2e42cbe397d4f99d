package dev.keshi.performance.scoring;

/** How observations become one figure. */
public enum Reckoning {
    /** Their amounts together, over their bases together. */
    MEAN,
    /** Their amounts together. */
    SUM
}
