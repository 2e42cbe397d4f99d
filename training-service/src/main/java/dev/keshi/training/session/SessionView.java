package dev.keshi.training.session;

import dev.keshi.messaging.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as callers see it; who has a place is told by the enrolments.
 *
 * @param lecturerId absent when somebody from outside lectures, whose name is told then
 * @param enrolled how many have, or had, a place
 * @param cancelledBecause absent unless it is cancelled
 * @param own where the caller stands; absent for whoever never asked for a place
 */
public record SessionView(
        String id,
        String courseCode,
        String organiserId,
        @Nullable String lecturerId,
        @Nullable String lecturerName,
        String place,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int enrolled,
        int waiting,
        SessionStatus status,
        @Nullable String cancelledBecause,
        @Nullable EnrolmentStatus own) {

    static Versioned<SessionView> of(Versioned<SessionDocument> stored, String callerId) {
        var session = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new SessionView(
                        stored.id(),
                        session.courseCode(),
                        session.organiserId(),
                        session.lecturerId(),
                        session.lecturerName(),
                        session.place(),
                        session.startsAt(),
                        session.endsAt(),
                        session.capacity(),
                        session.count(EnrolmentStatus.ENROLLED)
                                + session.count(EnrolmentStatus.ATTENDED)
                                + session.count(EnrolmentStatus.ABSENT),
                        session.count(EnrolmentStatus.WAITING),
                        session.status(),
                        session.cancelledBecause(),
                        session.standingOf(callerId).orElse(null)));
    }
}
