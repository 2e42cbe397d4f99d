package dev.keshi.reporting.figure;

/** A figure that can be drilled down to its events. */
public enum Figure {
    /** Tasks that wait. */
    APPROVALS_OPEN(EntryKind.APPROVAL, Span.NOW),
    /** Tasks that have waited longer than three days, unless configured otherwise: approvals have no due date. */
    APPROVALS_LATE(EntryKind.APPROVAL, Span.NOW),
    /** Tasks that were decided in a month. */
    APPROVALS_DECIDED(EntryKind.APPROVAL, Span.MONTH),
    /** Work items that are not completed. */
    WORK_OPEN(EntryKind.WORK, Span.NOW),
    /** Work items that are not completed although their due date has passed. */
    WORK_LATE(EntryKind.WORK, Span.NOW),
    /** Work items that were completed in a month. */
    WORK_DONE(EntryKind.WORK, Span.MONTH),
    /** Those of them that were reported by their due date. */
    WORK_ON_TIME(EntryKind.WORK, Span.MONTH),
    /** Requests that run. */
    REQUESTS_OPEN(EntryKind.REQUEST, Span.NOW),
    /** Requests that were submitted in a month. */
    REQUESTS_SUBMITTED(EntryKind.REQUEST, Span.MONTH),
    /** Requests that were approved or rejected in a month. */
    REQUESTS_DECIDED(EntryKind.REQUEST, Span.MONTH),
    /** Risks that are not closed. */
    RISKS_OPEN(EntryKind.RISK, Span.NOW),
    /** Warnings that are not closed. */
    WARNINGS_OPEN(EntryKind.WARNING, Span.NOW),
    /** Warnings that were raised in a month. */
    WARNINGS_RAISED(EntryKind.WARNING, Span.MONTH);

    /** Whether a figure says what stands now, or what happened in a month. */
    public enum Span {
        NOW,
        MONTH
    }

    private final EntryKind kind;
    private final Span span;

    Figure(EntryKind kind, Span span) {
        this.kind = kind;
        this.span = span;
    }

    EntryKind kind() {
        return kind;
    }

    public Span span() {
        return span;
    }

    /** Whether it counts what began in a month, and not what ended. */
    boolean ofBeginning() {
        return this == REQUESTS_SUBMITTED || this == WARNINGS_RAISED;
    }
}
