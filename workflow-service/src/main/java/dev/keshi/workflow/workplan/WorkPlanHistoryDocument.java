package dev.keshi.workflow.workplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a plan, as it is kept beside it; it never changes.
 *
 * @param content what the plan says from then on; absent where that did not change
 */
record WorkPlanHistoryDocument(
        String planId,
        long revision,
        WorkPlanChange what,
        Instant at,
        String by,
        @Nullable String reason,
        @Nullable Content content) {

    record Content(
            String name,
            @Nullable String nameEn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<WorkPlanDocument.Entry> entries) {

        Content {
            entries = List.copyOf(entries);
        }
    }

    static WorkPlanHistoryDocument of(WorkPlanId id, WorkPlanTurn turn, WorkPlanDocument plan) {
        var content = new Content(plan.name(), plan.nameEn(), plan.validFrom(), plan.validUntil(), plan.entries());
        return new WorkPlanHistoryDocument(
                id.value(),
                turn.revision(),
                turn.what(),
                turn.stamp().at(),
                turn.stamp().by(),
                turn.reason().orElse(null),
                turn.isOfContent() ? content : null);
    }
}
