package dev.keshi.training.session;

import dev.keshi.training.course.CourseForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is kept.
 *
 * @param form of the course when it was scheduled, and so is {@code minutes}
 * @param enrolments in the order of asking
 */
record SessionDocument(
        String courseCode,
        CourseForm form,
        int minutes,
        String organiserId,
        @Nullable String lecturerId,
        @Nullable String lecturerName,
        String place,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        SessionStatus status,
        @Nullable String cancelledBecause,
        @Nullable String attendanceBy,
        List<Enrolment> enrolments) {

    SessionDocument {
        enrolments = List.copyOf(enrolments);
    }

    /** Of whoever withdrew and asked again, the last word. */
    Optional<EnrolmentStatus> standingOf(String personId) {
        return enrolments.stream()
                .filter(one -> one.personId().equals(personId))
                .map(Enrolment::status)
                .findFirst();
    }

    int count(EnrolmentStatus wanted) {
        return Math.toIntExact(
                enrolments.stream().filter(one -> one.status() == wanted).count());
    }
}
