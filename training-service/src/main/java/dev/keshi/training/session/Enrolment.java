package dev.keshi.training.session;

import java.time.Instant;

/** Somebody in a session, in the order of asking. */
record Enrolment(String personId, String departmentId, EnrolmentStatus status, Instant at) {

    Enrolment as(EnrolmentStatus changed) {
        return new Enrolment(personId, departmentId, changed, at);
    }

    boolean stands() {
        return status == EnrolmentStatus.ENROLLED || status == EnrolmentStatus.WAITING;
    }
}
