package dev.keshi.workflow.worklist;

import dev.keshi.messaging.Versioned;
import dev.keshi.workflow.request.ApprovalTask;
import dev.keshi.workflow.workitem.WorkItem;
import java.time.LocalDate;

/** Something that waits for a person. */
public sealed interface WorkListEntry {

    /** Where it stands in the list. */
    LocalDate day();

    /** @param day on which the request was made: an approval has no due date, and should not wait */
    record Approval(ApprovalTask task, LocalDate day) implements WorkListEntry {}

    /** Work to do, or to accept. */
    record Work(Versioned<WorkItem> item) implements WorkListEntry {

        @Override
        public LocalDate day() {
            return item.state().dueDate();
        }
    }
}
