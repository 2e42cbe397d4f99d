package dev.keshi.chaos.ledger;

/** The promises that the ledger can check. */
public enum Invariant {
    /** Every acknowledged write is there. */
    I1,
    /** Every committed change yields exactly one event, which reaches every subscriber. */
    I2,
    /** An event takes effect once with each consumer. */
    I3,
    /** The sequences of an aggregate come 1, 2, 3, without gap or regress. */
    I4,
    /** Who was told that it is done sees it. */
    I5,
    /** No update is lost. */
    I6,
    /** A refusal has no effect; what is unknown happened once or not at all. */
    I7,
    /** Legal transitions only, one end, one winner. */
    I8,
    /** What is made of the events again equals what stands. */
    I9,
    /** Outboxes, lag and dead letters are empty within 60 seconds. */
    I10
}
