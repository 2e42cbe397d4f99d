package dev.keshi.reporting.replay;

/** How far a replay is. */
public enum ReplayStatus {
    WAITING,
    COMPLETED,
    CANCELLED,
    FAILED
}
