package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import java.time.LocalDate;
import java.util.Optional;

/** What people can ask of work items. */
public sealed interface WorkItemCommand {

    PersonId by();

    /** @param request of which the work is made; absent for a person's own accord */
    record Assign(
            PersonId by,
            PersonId owner,
            Wording wording,
            LocalDate dueDate,
            Priority priority,
            Optional<String> request)
            implements WorkItemCommand {}

    /** A command about a work item that exists. */
    sealed interface OfExisting extends WorkItemCommand {
        WorkItemId id();
    }

    /** The owner says that it is done. */
    record Report(WorkItemId id, PersonId by, Optional<String> remark) implements OfExisting {}

    /** What was reported is good. */
    record Accept(WorkItemId id, PersonId by, Optional<String> remark) implements OfExisting {}

    /** What was reported is to be done again. */
    record Return(WorkItemId id, PersonId by, String reason) implements OfExisting {}

    /** Somebody else has to do it. */
    record Transfer(WorkItemId id, PersonId by, PersonId owner, String reason) implements OfExisting {}

    record ChangeDueDate(WorkItemId id, PersonId by, LocalDate dueDate, String reason) implements OfExisting {}

    record Cancel(WorkItemId id, PersonId by, String reason) implements OfExisting {}
}
