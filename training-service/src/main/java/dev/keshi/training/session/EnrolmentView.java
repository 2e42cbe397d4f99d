package dev.keshi.training.session;

import java.time.Instant;

/** Somebody in a session as callers see it. */
public record EnrolmentView(String personId, String departmentId, EnrolmentStatus status, Instant at) {

    static EnrolmentView of(Enrolment enrolment) {
        return new EnrolmentView(enrolment.personId(), enrolment.departmentId(), enrolment.status(), enrolment.at());
    }
}
