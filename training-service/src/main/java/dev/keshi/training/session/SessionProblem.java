package dev.keshi.training.session;

import java.util.SortedSet;
import java.util.TreeSet;

/** Why something about a session is refused. Nothing was written. */
public abstract sealed class SessionProblem extends RuntimeException {

    private SessionProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such session. */
    public static final class Unknown extends SessionProblem {
        public Unknown(SessionId id) {
            super("No session " + id.value());
        }
    }

    /** Only HR and those who lead a department have courses held. */
    public static final class NotYoursToSchedule extends SessionProblem {
        NotYoursToSchedule() {
            super("Leads nobody");
        }
    }

    /** Only who organises a session cancels it, and only that person or the lecturer says who came. */
    public static final class NotYoursToOrganise extends SessionProblem {
        NotYoursToOrganise() {
            super("Organised by somebody else");
        }
    }

    public static final class EndsBeforeItStarts extends SessionProblem {
        EndsBeforeItStarts() {
            super("Ends before it starts");
        }
    }

    public static final class StartsInThePast extends SessionProblem {
        StartsInThePast() {
            super("Starts in the past");
        }
    }

    /** Neither a place is given nor taken back once it has begun. */
    public static final class Begun extends SessionProblem {
        Begun() {
            super("Has begun");
        }
    }

    /** Nobody can have come yet. */
    public static final class NotBegun extends SessionProblem {
        NotBegun() {
            super("Has not begun");
        }
    }

    public static final class Cancelled extends SessionProblem {
        Cancelled() {
            super("Is cancelled");
        }
    }

    /** Who came is recorded once for good. */
    public static final class AttendanceRecordedBefore extends SessionProblem {
        AttendanceRecordedBefore() {
            super("Who came is recorded");
        }
    }

    public static final class EnrolledBefore extends SessionProblem {
        EnrolledBefore() {
            super("Has a place or waits");
        }
    }

    /** What somebody has learned is said by somebody else: the lecturer, or personnel. */
    public static final class OwnAttendance extends SessionProblem {
        OwnAttendance() {
            super("Nobody records the own attendance");
        }
    }

    public static final class LecturerEnrols extends SessionProblem {
        LecturerEnrols() {
            super("Lectures");
        }
    }

    public static final class WaitingListFull extends SessionProblem {
        private final int most;

        WaitingListFull(int most) {
            super(most + " wait");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    public static final class NotEnrolled extends SessionProblem {
        NotEnrolled() {
            super("Has no place and does not wait");
        }
    }

    /** Courses that have to be learned before. */
    public static final class PrerequisitesOpen extends SessionProblem {
        private final SortedSet<String> courses;

        PrerequisitesOpen(SortedSet<String> courses) {
            super("Has not learned " + courses);
            this.courses = new TreeSet<>(courses);
        }

        public SortedSet<String> courses() {
            return new TreeSet<>(courses);
        }
    }

    /** Somebody is said to have come who has no place. */
    public static final class WithoutPlace extends SessionProblem {
        private final SortedSet<String> people;

        WithoutPlace(SortedSet<String> people) {
            super("Without a place: " + people);
            this.people = new TreeSet<>(people);
        }

        public SortedSet<String> people() {
            return new TreeSet<>(people);
        }
    }
}
