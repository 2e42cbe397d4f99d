package dev.keshi.risk.register;

/** How far a measure is. */
public enum MeasureStatus {
    PLANNED,
    DONE,
    CANCELLED
}
