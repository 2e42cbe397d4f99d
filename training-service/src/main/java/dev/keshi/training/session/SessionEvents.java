package dev.keshi.training.session;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.EnrolmentConfirmedV1;
import dev.keshi.contracts.training.EnrolmentMovedUpV1;
import dev.keshi.contracts.training.EnrolmentWaitlistedV1;
import dev.keshi.contracts.training.EnrolmentWithdrawnV1;
import dev.keshi.contracts.training.SessionCancelledV1;
import dev.keshi.contracts.training.SessionScheduledV1;
import java.time.LocalDate;
import java.util.List;

/** What others hear of sessions. */
final class SessionEvents {

    static final String WITHDRAWN = "WITHDRAWN";
    static final String LEFT = "LEFT";
    static final String HELD = "HELD";

    private SessionEvents() {}

    static PublishedEvent scheduled(SessionId id, SessionDocument session) {
        return new SessionScheduledV1(
                id.value(),
                session.courseCode(),
                session.organiserId(),
                session.lecturerId(),
                session.place(),
                session.startsAt(),
                session.endsAt(),
                session.capacity());
    }

    static PublishedEvent cancelled(SessionId id, String course, String reason, List<String> people) {
        return new SessionCancelledV1(id.value(), course, reason, people);
    }

    static PublishedEvent confirmed(SessionId id, String course, Enrolment of) {
        return new EnrolmentConfirmedV1(id.value(), course, of.personId(), of.departmentId());
    }

    static PublishedEvent waitlisted(SessionId id, String course, Enrolment of, int ahead) {
        return new EnrolmentWaitlistedV1(id.value(), course, of.personId(), of.departmentId(), ahead);
    }

    static PublishedEvent movedUp(SessionId id, String course, Enrolment of) {
        return new EnrolmentMovedUpV1(id.value(), course, of.personId(), of.departmentId());
    }

    static PublishedEvent withdrawn(SessionId id, String course, Enrolment of, String cause) {
        return new EnrolmentWithdrawnV1(id.value(), course, of.personId(), of.departmentId(), cause);
    }

    static PublishedEvent attendance(SessionId id, SessionDocument session, String by, LocalDate heldOn) {
        return new AttendanceRecordedV1(
                id.value(),
                session.courseCode(),
                session.form().name(),
                session.minutes(),
                heldOn,
                by,
                people(session, EnrolmentStatus.ATTENDED),
                people(session, EnrolmentStatus.ABSENT));
    }

    private static List<String> people(SessionDocument session, EnrolmentStatus status) {
        return session.enrolments().stream()
                .filter(one -> one.status() == status)
                .map(Enrolment::personId)
                .toList();
    }
}
