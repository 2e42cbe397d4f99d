package dev.keshi.training.assignment;

import dev.keshi.messaging.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assigned course as callers see it.
 *
 * @param personName absent for somebody who was erased
 * @param assignedBy absent when it follows from a rule
 * @param completedBy by what: {@code session/...} or {@code quiz/...}
 * @param endedBecause PERSON_LEFT or CANCELLED; absent unless it ended so
 * @param indicator what it is to strengthen; absent when it is about none
 * @param before points of that indicator, 0.0 to 100.0, when it was found weak; for the person only, because who else may see points of
 *     an appraisal only performance-service can say
 * @param after points in the first appraisal after the course was taken; absent until then; for the person only
 * @param figureBefore the figure of that indicator in the period that was weak, in its own unit; absent when no figure was, and for others
 *     than the person
 * @param figureAfter its figure in the first period that is mostly after the course, the same way; absent until then
 * @param figureUnit PERCENT, HOURS, COUNT or AS_IMPORTED; absent when no figure was weak
 * @param improved whether the indicator has more points than when it was found weak, or where no points are known a better figure; absent
 *     until one of them was measured
 */
public record AssignmentView(
        String id,
        String personId,
        @Nullable String personName,
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
        @Nullable BigDecimal figureBefore,
        @Nullable BigDecimal figureAfter,
        @Nullable String figureUnit,
        @Nullable Boolean improved) {

    /**
     * @param readerId who gets to see it
     * @param names of people, by their ids
     */
    static Versioned<AssignmentView> of(
            Versioned<AssignmentDocument> stored, String readerId, Map<String, String> names) {
        var assignment = stored.state();
        var weakness = assignment.weakness();
        var effect = assignment.effect();
        var figure = assignment.figure();
        var figureEffect = assignment.figureEffect();
        boolean own = assignment.personId().equals(readerId);
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new AssignmentView(
                        stored.id(),
                        assignment.personId(),
                        names.get(assignment.personId()),
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
                        assignment.indicator().orElse(null),
                        own && weakness != null ? weakness.points() : null,
                        own && effect != null ? effect.points() : null,
                        own && figure != null ? figure.value() : null,
                        own && figureEffect != null ? figureEffect.after().value() : null,
                        figure == null ? null : figure.unit(),
                        improved(assignment)));
    }

    private static @Nullable Boolean improved(AssignmentDocument assignment) {
        var weakness = assignment.weakness();
        var effect = assignment.effect();
        if (weakness != null && effect != null) {
            return effect.points().compareTo(weakness.points()) > 0;
        }
        var figureEffect = assignment.figureEffect();
        return figureEffect == null ? null : (Boolean) figureEffect.improved();
    }
}
