package dev.keshi.training.assignment;

import dev.keshi.messaging.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assigned course as callers see it.
 *
 * @param assignedBy absent when it follows from a rule
 * @param completedBy by what: {@code session/...} or {@code quiz/...}
 * @param endedBecause PERSON_LEFT or CANCELLED; absent unless it ended so
 * @param indicator what it is to strengthen; absent when it is about none
 * @param before points of that indicator, 0.0 to 100.0, when it was found weak
 * @param after points in the first appraisal after the course was taken; absent until then
 */
public record AssignmentView(
        String id,
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
        @Nullable String endedBecause,
        @Nullable String indicator,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {

    static Versioned<AssignmentView> of(Versioned<AssignmentDocument> stored) {
        var assignment = stored.state();
        var weakness = assignment.weakness();
        var effect = assignment.effect();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new AssignmentView(
                        stored.id(),
                        assignment.personId(),
                        assignment.departmentId(),
                        assignment.courseCode(),
                        assignment.cause(),
                        assignment.assignedBy(),
                        assignment.assignedAt(),
                        assignment.dueOn(),
                        assignment.note(),
                        assignment.status(),
                        assignment.overdue(),
                        assignment.completedOn(),
                        assignment.completedBy(),
                        assignment.endedBecause(),
                        weakness == null ? null : weakness.indicator(),
                        weakness == null ? null : weakness.points(),
                        effect == null ? null : effect.points()));
    }
}
