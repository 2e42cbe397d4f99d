package dev.keshi.training.attempt;

/** How an attempt stands. */
public enum AttemptStatus {
    OPEN,
    PASSED,
    FAILED
}
