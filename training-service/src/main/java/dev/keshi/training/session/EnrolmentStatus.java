package dev.keshi.training.session;

/** Where somebody stands in a session. */
public enum EnrolmentStatus {
    ENROLLED,
    WAITING,
    WITHDRAWN,
    ATTENDED,
    ABSENT
}
