package dev.keshi.performance.indicator;

/** What the value of an indicator is counted in. */
public enum Unit {
    PERCENT,
    HOURS,
    COUNT,
    /** Whatever the imported figures are stated in. */
    AS_IMPORTED
}
