package dev.keshi.training.assignment;

import dev.keshi.training.course.CourseCode;
import java.time.LocalDate;
import java.util.Optional;

/** What people can do with assignments; all else follows from events. */
public sealed interface AssignmentCommand {

    record Assign(String personId, CourseCode course, LocalDate dueOn, Optional<String> note)
            implements AssignmentCommand {}

    record Cancel(AssignmentId id) implements AssignmentCommand {}
}
