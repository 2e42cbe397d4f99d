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
 * @param before points of that indicator, 0.0 to 100.0, when it was found weak; for the person only, because who else may see points of
 *     an appraisal only performance-service can say
 * @param after points in the first appraisal after the course was taken; absent until then; for the person only
 * @param improved whether the indicator has more points than when it was found weak; absent until it was appraised again
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
        @Nullable BigDecimal after,
        @Nullable Boolean improved) {

    /** @param readerId who gets to see it */
    static Versioned<AssignmentView> of(Versioned<AssignmentDocument> stored, String readerId) {
        var assignment = stored.state();
        var weakness = assignment.weakness();
        var effect = assignment.effect();
        boolean own = assignment.personId().equals(readerId);
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
                        own && weakness != null ? weakness.points() : null,
                        own && effect != null ? effect.points() : null,
                        weakness == null || effect == null
                                ? null
                                : (Boolean) (effect.points().compareTo(weakness.points()) > 0)));
    }
}
