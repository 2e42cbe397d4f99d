package dev.keshi.training.session;

/** Where somebody stands in a session. */
public enum EnrolmentStatus {
    ENROLLED,
    WAITING,
    WITHDRAWN,
    ATTENDED,
    ABSENT,
    /** Waited until the session was held. */
    NOT_PLACED
}
