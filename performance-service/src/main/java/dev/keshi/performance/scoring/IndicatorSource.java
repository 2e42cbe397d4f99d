package dev.keshi.performance.scoring;

/** Where the points of an indicator come from. */
public enum IndicatorSource {
    /** Self, superior and peers say so. */
    RATING,
    /** Each event gives points, and the indicator is their mean: tasks on time 100, late 0. */
    EVENTS
}
