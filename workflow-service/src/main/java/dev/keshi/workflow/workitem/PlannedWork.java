package dev.keshi.workflow.workitem;

import dev.keshi.messaging.Ids;
import java.time.LocalDate;

/**
 * Work that a plan asks for.
 *
 * @param reference {@code PLAN/ENTRY/PERIOD}; with its owner unique over all plans, the same again leads to nothing more
 */
public record PlannedWork(String reference, Owner owner, Wording wording, LocalDate dueDate, Priority priority) {

    WorkItemId workItemId() {
        return new WorkItemId(
                Ids.derived("planned-work", reference + '/' + owner.person().value()));
    }
}
