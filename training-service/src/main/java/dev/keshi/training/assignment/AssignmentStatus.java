package dev.keshi.training.assignment;

/** How far it is; the last two never change again. */
public enum AssignmentStatus {
    OPEN,
    COMPLETED,
    ENDED
}
