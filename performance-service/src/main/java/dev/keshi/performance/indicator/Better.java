package dev.keshi.performance.indicator;

/** Which way of an indicator is the good one. */
public enum Better {
    MORE,
    LESS
}
