package dev.keshi.training.session;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a session as callers see it.
 *
 * @param personName absent for somebody who was erased
 */
public record EnrolmentView(
        String personId, @Nullable String personName, String departmentId, EnrolmentStatus status, Instant at) {

    static EnrolmentView of(Enrolment enrolment, Map<String, String> names) {
        return new EnrolmentView(
                enrolment.personId(),
                names.get(enrolment.personId()),
                enrolment.departmentId(),
                enrolment.status(),
                enrolment.at());
    }
}
