package dev.keshi.training.session.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.text.WrittenText;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.session.Lecturer;
import dev.keshi.training.session.SessionCommand;
import dev.keshi.training.session.SessionId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send about sessions. */
final class SessionRequests {

    private static final int ID = 64;
    private static final int NAME = 100;
    private static final int REASON = 500;

    private SessionRequests() {}

    /**
     * @param lecturerId the colleague who lectures; either this or {@code lecturerName}
     * @param lecturerName who lectures from outside
     */
    record ScheduleSession(
            @NotNull @Pattern(regexp = CourseCode.SHAPE) String courseCode,
            @Nullable @Size(min = 1, max = ID) String lecturerId,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String lecturerName,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String place,

            @NotNull Instant startsAt,
            @NotNull Instant endsAt,

            @NotNull @Min(1) @Max(SessionCommand.MOST_PLACES)
            Integer capacity) {

        SessionCommand.Schedule toCommand() {
            return new SessionCommand.Schedule(
                    new CourseCode(courseCode), lecturer(), place, startsAt, endsAt, capacity);
        }

        private Lecturer lecturer() {
            if (lecturerId != null && lecturerName == null) {
                return new Lecturer.Colleague(lecturerId);
            }
            if (lecturerName != null && lecturerId == null) {
                return new Lecturer.Outsider(lecturerName);
            }
            throw Problem.unprocessable("session-lecturer")
                    .withErrors(List.of(Finding.at("/lecturerId", "session-lecturer-one")))
                    .toException();
        }
    }

    /** @param personId the caller when it is not said */
    record NamePerson(@Nullable @Size(min = 1, max = ID) String personId) {

        String personOr(String caller) {
            return personId == null ? caller : personId;
        }
    }

    record CancelSession(
            @NotNull @Size(min = 1, max = REASON) @Pattern(regexp = WrittenText.ONE_LINE)
            String reason) {}

    /** @param attended ids of those who came; whoever had a place and is not among them was absent */
    record RecordAttendance(
            @NotNull @Size(max = SessionCommand.MOST_PLACES) List<@NotNull @Size(min = 1, max = ID) String> attended) {

        SessionCommand.RecordAttendance toCommand(SessionId id) {
            return new SessionCommand.RecordAttendance(id, new HashSet<>(attended));
        }
    }
}
