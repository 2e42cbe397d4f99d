package dev.keshi.training.session;

/** How far a session is; the last two never change again. */
public enum SessionStatus {
    SCHEDULED,
    CANCELLED,
    HELD
}
