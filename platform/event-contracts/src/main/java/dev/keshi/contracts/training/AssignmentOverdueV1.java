package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/** A course was not taken in time; told once. */
@EventContract(
        type = "keshi.training.assignment-overdue.v1",
        topic = Topics.TRAINING,
        aggregate = "assignment",
        key = "assignmentId",
        en = "The day until which somebody had to take a course has passed.",
        zh = "指派的课程已逾期。")
public record AssignmentOverdueV1(
        String assignmentId, String personId, String departmentId, String courseCode, LocalDate dueOn)
        implements PublishedEvent {}
