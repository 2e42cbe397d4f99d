package dev.keshi.training.assignment;

/** Why somebody has to take a course. */
public enum AssignmentCause {
    INDUCTION,
    WEAK_INDICATOR,
    BY_HAND
}
