package dev.keshi.training.session;

import static dev.keshi.training.session.EnrolmentStatus.ABSENT;
import static dev.keshi.training.session.EnrolmentStatus.ATTENDED;
import static dev.keshi.training.session.EnrolmentStatus.ENROLLED;
import static dev.keshi.training.session.EnrolmentStatus.NOT_PLACED;
import static dev.keshi.training.session.EnrolmentStatus.WAITING;
import static dev.keshi.training.session.EnrolmentStatus.WITHDRAWN;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.training.course.CourseView;
import dev.keshi.training.session.SessionCommand.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A session with those who come and those who wait. Nobody waits while a place is free. */
final class Session {

    static final int MOST_WAITING = 500;

    private final SessionId id;
    private final SessionDocument kept;
    private final List<Enrolment> enrolments;
    private SessionStatus status;
    private @Nullable String cancelledBecause;
    private @Nullable String attendanceBy;
    private final List<PublishedEvent> events = new ArrayList<>();

    private Session(SessionId id, SessionDocument kept) {
        this.id = id;
        this.kept = kept;
        this.enrolments = new ArrayList<>(kept.enrolments());
        this.status = kept.status();
        this.cancelledBecause = kept.cancelledBecause();
        this.attendanceBy = kept.attendanceBy();
    }

    static Session of(SessionId id, SessionDocument kept) {
        return new Session(id, kept);
    }

    static Session scheduled(SessionId id, Schedule command, CourseView course, String organiser, Instant now) {
        if (!command.endsAt().isAfter(command.startsAt())) {
            throw new SessionProblem.EndsBeforeItStarts();
        }
        if (!command.startsAt().isAfter(now)) {
            throw new SessionProblem.StartsInThePast();
        }
        var session = new Session(
                id,
                new SessionDocument(
                        course.code(),
                        course.form(),
                        course.minutes(),
                        organiser,
                        command.lecturer() instanceof Lecturer.Colleague(var person) ? person : null,
                        command.lecturer() instanceof Lecturer.Outsider(var name) ? name : null,
                        command.place(),
                        command.startsAt(),
                        command.endsAt(),
                        command.capacity(),
                        SessionStatus.SCHEDULED,
                        null,
                        null,
                        List.of()));
        session.events.add(SessionEvents.scheduled(id, session.toDocument()));
        return session;
    }

    /** Gives the person a place or, when there is none, the last place of those who wait. */
    void enrol(String personId, String departmentId, Instant now) {
        requireAhead(now);
        if (personId.equals(kept.lecturerId())) {
            throw new SessionProblem.LecturerEnrols();
        }
        if (standing(personId).isPresent()) {
            throw new SessionProblem.EnrolledBefore();
        }
        int waiting = count(WAITING);
        boolean free = count(ENROLLED) < kept.capacity();
        if (!free && waiting >= MOST_WAITING) {
            throw new SessionProblem.WaitingListFull(MOST_WAITING);
        }
        var asked = afterAllOthers(now);
        enrolments.removeIf(former -> former.personId().equals(personId));
        if (free) {
            var placed = new Enrolment(personId, departmentId, ENROLLED, asked);
            enrolments.add(placed);
            events.add(SessionEvents.confirmed(id, kept.courseCode(), placed));
        } else {
            var waits = new Enrolment(personId, departmentId, WAITING, asked);
            enrolments.add(waits);
            events.add(SessionEvents.waitlisted(id, kept.courseCode(), waits, waiting));
        }
    }

    /** Whoever waits longest gets the place. */
    void withdraw(String personId, Instant now) {
        requireAhead(now);
        var standing = standing(personId).orElseThrow(SessionProblem.NotEnrolled::new);
        giveBack(standing, SessionEvents.WITHDRAWN);
    }

    /** The person does not work here any more. Of a session that has begun nothing is changed: who came is recorded. */
    void leave(String personId, Instant now) {
        if (status == SessionStatus.SCHEDULED && kept.startsAt().isAfter(now)) {
            standing(personId).ifPresent(standing -> giveBack(standing, SessionEvents.LEFT));
        }
    }

    void cancel(String reason) {
        requireScheduled();
        status = SessionStatus.CANCELLED;
        cancelledBecause = reason;
        events.add(SessionEvents.cancelled(
                id,
                kept.courseCode(),
                reason,
                enrolments.stream()
                        .filter(Enrolment::stands)
                        .map(Enrolment::personId)
                        .toList()));
    }

    /**
     * Whoever still waits has waited in vain. Who came is recorded once, for all, and so by somebody who has no place.
     *
     * @param heldOn day on which the session ended, or today where it has not ended yet
     */
    void recordAttendance(Set<String> attended, String by, Instant now, LocalDate heldOn) {
        requireScheduled();
        if (kept.startsAt().isAfter(now)) {
            throw new SessionProblem.NotBegun();
        }
        if (standing(by).filter(one -> one.status() == ENROLLED).isPresent()) {
            throw new SessionProblem.OwnAttendance();
        }
        requirePlaces(attended);
        enrolments.stream()
                .filter(one -> one.status() == WAITING)
                .forEach(one -> events.add(SessionEvents.withdrawn(id, kept.courseCode(), one, SessionEvents.HELD)));
        enrolments.replaceAll(one -> one.status() == ENROLLED
                ? one.as(attended.contains(one.personId()) ? ATTENDED : ABSENT)
                : one.status() == WAITING ? one.as(NOT_PLACED) : one);
        status = SessionStatus.HELD;
        attendanceBy = by;
        events.add(SessionEvents.attendance(id, toDocument(), by, heldOn));
    }

    /** Who may cancel it and record who came, besides those who keep all sessions. */
    boolean isOrganisedBy(String personId) {
        return kept.organiserId().equals(personId);
    }

    boolean isLecturedBy(String personId) {
        return personId.equals(kept.lecturerId());
    }

    Instant endsAt() {
        return kept.endsAt();
    }

    SessionDocument toDocument() {
        return new SessionDocument(
                kept.courseCode(),
                kept.form(),
                kept.minutes(),
                kept.organiserId(),
                kept.lecturerId(),
                kept.lecturerName(),
                kept.place(),
                kept.startsAt(),
                kept.endsAt(),
                kept.capacity(),
                status,
                cancelledBecause,
                attendanceBy,
                enrolments);
    }

    /** What happened since the last call, in order. */
    List<PublishedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void giveBack(Enrolment standing, String cause) {
        enrolments.set(enrolments.indexOf(standing), standing.as(WITHDRAWN));
        events.add(SessionEvents.withdrawn(id, kept.courseCode(), standing, cause));
        if (standing.status() == ENROLLED) {
            enrolments.stream()
                    .filter(one -> one.status() == WAITING)
                    .findFirst()
                    .ifPresent(this::moveUp);
        }
    }

    private void moveUp(Enrolment first) {
        enrolments.set(enrolments.indexOf(first), first.as(ENROLLED));
        events.add(SessionEvents.movedUp(id, kept.courseCode(), first));
    }

    /** Lists go by when somebody asked: clocks of two replicas must not give one moment twice, nor go back. */
    private Instant afterAllOthers(Instant now) {
        return enrolments.stream()
                .map(Enrolment::at)
                .max(Comparator.naturalOrder())
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }

    private Optional<Enrolment> standing(String personId) {
        return enrolments.stream()
                .filter(Enrolment::stands)
                .filter(one -> one.personId().equals(personId))
                .findFirst();
    }

    private int count(EnrolmentStatus wanted) {
        return toDocument().count(wanted);
    }

    private void requirePlaces(Set<String> people) {
        var without = new TreeSet<>(people);
        enrolments.stream().filter(one -> one.status() == ENROLLED).forEach(one -> without.remove(one.personId()));
        if (!without.isEmpty()) {
            throw new SessionProblem.WithoutPlace(without);
        }
    }

    private void requireAhead(Instant now) {
        requireScheduled();
        if (!kept.startsAt().isAfter(now)) {
            throw new SessionProblem.Begun();
        }
    }

    private void requireScheduled() {
        switch (status) {
            case SCHEDULED -> {}
            case CANCELLED -> throw new SessionProblem.Cancelled();
            case HELD -> throw new SessionProblem.AttendanceRecordedBefore();
        }
    }
}
