package dev.keshi.training.assignment;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.AssignmentOverdueV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.EffectMeasuredV1;
import dev.keshi.contracts.training.FigureEffectMeasuredV1;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What others hear of assigned courses. */
final class AssignmentEvents {

    static final String PERSON_LEFT = "PERSON_LEFT";
    static final String CANCELLED = "CANCELLED";

    private AssignmentEvents() {}

    static PublishedEvent assigned(AssignmentId id, AssignmentDocument assignment) {
        return new CourseAssignedV1(
                id.value(),
                assignment.personId(),
                assignment.departmentId(),
                assignment.courseCode(),
                assignment.cause().name(),
                assignment.assignedBy(),
                assignment.dueOn(),
                assignment.indicator().orElse(null));
    }

    static PublishedEvent completed(
            AssignmentId id, AssignmentDocument assignment, LocalDate on, String reference, boolean late) {
        return new AssignmentCompletedV1(
                id.value(),
                assignment.personId(),
                assignment.departmentId(),
                assignment.courseCode(),
                on,
                reference,
                late,
                assignment.dueOn());
    }

    static PublishedEvent overdue(AssignmentId id, AssignmentDocument assignment) {
        return new AssignmentOverdueV1(
                id.value(),
                assignment.personId(),
                assignment.departmentId(),
                assignment.courseCode(),
                assignment.dueOn());
    }

    static PublishedEvent ended(AssignmentId id, AssignmentDocument assignment, String cause, @Nullable String by) {
        return new AssignmentEndedV1(
                id.value(), assignment.personId(), assignment.departmentId(), assignment.courseCode(), cause, by);
    }

    static PublishedEvent measured(
            AssignmentId id, AssignmentDocument assignment, Weakness before, MeasuredEffect after) {
        return new EffectMeasuredV1(
                id.value(),
                assignment.personId(),
                assignment.departmentId(),
                assignment.courseCode(),
                before.indicator(),
                before.appraisalId(),
                before.points().toPlainString(),
                after.appraisalId(),
                after.points().toPlainString(),
                after.points().subtract(before.points()).toPlainString());
    }

    static PublishedEvent measured(
            AssignmentId id, AssignmentDocument assignment, PeriodFigure before, FigureEffect effect) {
        var after = effect.after();
        return new FigureEffectMeasuredV1(
                id.value(),
                assignment.personId(),
                assignment.departmentId(),
                assignment.courseCode(),
                before.indicator(),
                after.unit(),
                after.better().name(),
                before.firstDay(),
                before.lastDay(),
                before.value().toPlainString(),
                after.firstDay(),
                after.lastDay(),
                after.value().toPlainString(),
                after.value().subtract(before.value()).toPlainString(),
                effect.improved());
    }
}
