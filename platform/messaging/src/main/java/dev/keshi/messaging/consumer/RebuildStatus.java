package dev.keshi.messaging.consumer;

/** How far a rebuild is. */
public enum RebuildStatus {
    WAITING,
    REPLAYING,
    COMPLETED,
    FAILED
}
