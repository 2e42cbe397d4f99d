package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Somebody need not take the course any more.
 *
 * @param cause PERSON_LEFT, or CANCELLED by whoever leads the person
 * @param endedBy absent when nobody decided it
 */
@EventContract(
        type = "keshi.training.assignment-ended.v1",
        topic = Topics.TRAINING,
        aggregate = "assignment",
        key = "assignmentId",
        en = "Somebody need not take the course any more.",
        zh = "课程指派已终止。")
public record AssignmentEndedV1(
        String assignmentId,
        String personId,
        String departmentId,
        String courseCode,
        @KnownValues({"PERSON_LEFT", "CANCELLED"}) String cause,
        @Nullable String endedBy)
        implements PublishedEvent {}
