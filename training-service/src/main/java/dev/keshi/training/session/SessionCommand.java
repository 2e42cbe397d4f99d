package dev.keshi.training.session;

import dev.keshi.training.course.CourseCode;
import java.time.Instant;
import java.util.Set;

/** What can be done with sessions. */
public sealed interface SessionCommand {

    int MOST_PLACES = 500;

    record Schedule(CourseCode course, Lecturer lecturer, String place, Instant startsAt, Instant endsAt, int capacity)
            implements SessionCommand {
        public Schedule {
            if (capacity < 1 || capacity > MOST_PLACES) {
                throw new IllegalArgumentException("capacity: " + capacity);
            }
        }
    }

    /** What can be done with a session that is there. */
    sealed interface OfExisting extends SessionCommand {
        SessionId id();
    }

    record Enrol(SessionId id, String personId) implements OfExisting {}

    record Withdraw(SessionId id, String personId) implements OfExisting {}

    record Cancel(SessionId id, String reason) implements OfExisting {}

    /** @param attended those who came; whoever had a place and is not among them was absent */
    record RecordAttendance(SessionId id, Set<String> attended) implements OfExisting {
        public RecordAttendance {
            attended = Set.copyOf(attended);
        }
    }
}
