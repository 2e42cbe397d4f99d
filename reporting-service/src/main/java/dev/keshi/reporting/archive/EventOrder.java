package dev.keshi.reporting.archive;

/** How a list of events is sorted. */
public enum EventOrder {
    NEWEST,
    OLDEST,
    /** As one aggregate's events followed each other; only for the events of one key. */
    SEQUENCE
}
