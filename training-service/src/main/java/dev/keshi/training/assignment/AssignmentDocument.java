package dev.keshi.training.assignment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it is kept.
 *
 * @param departmentId where the person works now, or worked last
 * @param assignedBy absent when it follows from a rule
 * @param completedBy reference to what completed it
 * @param completedAt when that was told
 * @param weakness absent when it is about no indicator
 */
record AssignmentDocument(
        String personId,
        String departmentId,
        String courseCode,
        AssignmentCause cause,
        @Nullable String assignedBy,
        Instant assignedAt,
        LocalDate dueOn,
        @Nullable String note,
        AssignmentStatus status,
        boolean overdue,
        @Nullable LocalDate completedOn,
        @Nullable String completedBy,
        @Nullable Instant completedAt,
        @Nullable String endedBecause,
        @Nullable Weakness weakness,
        @Nullable MeasuredEffect effect) {}
