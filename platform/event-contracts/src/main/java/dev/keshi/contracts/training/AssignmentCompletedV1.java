package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The course that was assigned is taken.
 *
 * @param reference by what: a session or a quiz
 * @param late whether it was due before
 * @param dueOn by when it was to be taken; absent in events from before it was told
 */
@EventContract(
        type = "keshi.training.assignment-completed.v1",
        topic = Topics.TRAINING,
        aggregate = "assignment",
        key = "assignmentId",
        en = "Somebody has taken the course that was assigned.",
        zh = "指派的课程已完成。")
public record AssignmentCompletedV1(
        String assignmentId,
        String personId,
        String departmentId,
        String courseCode,
        LocalDate completedOn,
        String reference,
        boolean late,
        @Nullable LocalDate dueOn)
        implements PublishedEvent {}
