package dev.keshi.performance.scoring;

/** Where the points of an indicator come from. */
public enum IndicatorSource {
    /** Self, superior and peers say so. */
    RATING,
    /** Events do: they make a figure, and a {@link Scale} makes it points. */
    EVENTS
}
