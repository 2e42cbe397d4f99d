package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to a work item, beside what it is afterwards. */
sealed interface WorkItemEvent {

    record Assigned() implements WorkItemEvent {}

    record DueDateChanged(LocalDate previous, PersonId by) implements WorkItemEvent {}

    record Transferred(PersonId previousOwner, PersonId by) implements WorkItemEvent {}

    record Reported(WorkItemStatus.Reported status) implements WorkItemEvent {}

    record Returned(PersonId by) implements WorkItemEvent {}

    record BecameLate() implements WorkItemEvent {}

    record Completed(WorkItemStatus.Completed status) implements WorkItemEvent {}

    /** @param by absent when what it was ordered for is over */
    record Cancelled(@Nullable PersonId by) implements WorkItemEvent {}

    /** The owner works in another department. */
    record OwnerMoved(@Nullable String previousDepartmentId) implements WorkItemEvent {}

    /** It waits for somebody else, because somebody left or came back. */
    record HandedOver(HandoverCause cause) implements WorkItemEvent {}
}
