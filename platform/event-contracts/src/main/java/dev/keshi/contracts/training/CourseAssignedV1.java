package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has to take a course until a day.
 *
 * @param cause why
 * @param assignedBy who decided it; absent when it follows from a rule
 * @param indicator code of the indicator that was weak, in an appraisal or by its figure; absent for other causes
 */
@EventContract(
        type = "keshi.training.course-assigned.v1",
        topic = Topics.TRAINING,
        aggregate = "assignment",
        key = "assignmentId",
        en = "Somebody has to take a course.",
        zh = "已指派课程。")
public record CourseAssignedV1(
        String assignmentId,
        String personId,
        String departmentId,
        String courseCode,

        @KnownValues({"INDUCTION", "WEAK_INDICATOR", "BY_HAND"})
        String cause,

        @Nullable String assignedBy,
        LocalDate dueOn,
        @Nullable String indicator)
        implements PublishedEvent {}
