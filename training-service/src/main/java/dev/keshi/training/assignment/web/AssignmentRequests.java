package dev.keshi.training.assignment.web;

import dev.keshi.service.text.WrittenText;
import dev.keshi.training.assignment.AssignmentCommand;
import dev.keshi.training.course.CourseCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about assigned courses. */
final class AssignmentRequests {

    private static final int ID = 64;
    private static final int NOTE = 500;

    private AssignmentRequests() {}

    record AssignCourse(
            @NotNull @Size(min = 1, max = ID) String personId,
            @NotNull @Pattern(regexp = CourseCode.SHAPE) String courseCode,
            @NotNull LocalDate dueOn,

            @Nullable @Size(min = 1, max = NOTE) @Pattern(regexp = WrittenText.ONE_LINE)
            String note) {

        AssignmentCommand.Assign toCommand() {
            return new AssignmentCommand.Assign(personId, new CourseCode(courseCode), dueOn, Optional.ofNullable(note));
        }
    }
}
