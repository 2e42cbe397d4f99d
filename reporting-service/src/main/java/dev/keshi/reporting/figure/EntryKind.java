package dev.keshi.reporting.figure;

/** What kind of thing an entry is. */
public enum EntryKind {
    /** A task of a request that somebody decides. */
    APPROVAL,
    WORK,
    /** A request, of whoever submitted it. */
    REQUEST,
    RISK,
    WARNING
}
