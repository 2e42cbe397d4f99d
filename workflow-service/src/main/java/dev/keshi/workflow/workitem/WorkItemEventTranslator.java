package dev.keshi.workflow.workitem;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemHandedOverV1;
import dev.keshi.contracts.workflow.WorkItemOwnerMovedV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.workflow.approver.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, in the words that other services read. Remarks and reasons stay here. */
final class WorkItemEventTranslator {

    /** Ends work where no person does. */
    private static final String SYSTEM = "system";

    private final String id;
    private final String title;
    private final String owner;
    private final @Nullable String department;
    private final @Nullable String assigner;
    private final LocalDate dueDate;
    private final WorkItem item;

    /** @param item after what happened */
    private WorkItemEventTranslator(WorkItem item) {
        this.item = item;
        this.id = item.id().value();
        this.title = item.wording().title();
        this.owner = item.owner().person().value();
        this.department = item.owner().departmentId();
        this.assigner = value(item.assigner());
        this.dueDate = item.dueDate();
    }

    static List<PublishedEvent> translate(WorkItem.Decision decision) {
        var words = new WorkItemEventTranslator(decision.after());
        return decision.events().stream().map(words::published).toList();
    }

    private PublishedEvent published(WorkItemEvent event) {
        return switch (event) {
            case WorkItemEvent.Assigned() ->
                new WorkItemAssignedV1(
                        id, title, owner, department, assigner, origin(), reference(), dueDate, priority());
            case WorkItemEvent.DueDateChanged(var previous, var by) ->
                new WorkItemDueDateChangedV1(id, title, owner, department, assigner, dueDate, previous, by.value());
            case WorkItemEvent.Transferred(var previousOwner, var by) ->
                new WorkItemTransferredV1(
                        id, title, owner, department, previousOwner.value(), assigner, dueDate, priority(), by.value());
            case WorkItemEvent.Reported(WorkItemStatus.Reported(var at, var onTime)) ->
                new WorkItemReportedV1(id, title, owner, department, String.valueOf(assigner), dueDate, at, onTime);
            case WorkItemEvent.Returned(var by) ->
                new WorkItemReturnedV1(
                        id, title, owner, department, assigner, dueDate, item.timesReturned(), by.value());
            case WorkItemEvent.BecameLate() ->
                new WorkItemBecameLateV1(id, title, owner, department, assigner, dueDate);
            case WorkItemEvent.Completed(var completed) -> completed(completed);
            case WorkItemEvent.Cancelled(var by) ->
                new WorkItemCancelledV1(id, title, owner, department, assigner, by == null ? SYSTEM : by.value());
            case WorkItemEvent.OwnerMoved(var previous) ->
                new WorkItemOwnerMovedV1(id, title, owner, department, previous, assigner, dueDate);
            case WorkItemEvent.HandedOver(var cause) -> handedOver(cause);
        };
    }

    private PublishedEvent handedOver(HandoverCause cause) {
        return new WorkItemHandedOverV1(
                id,
                title,
                owner,
                department,
                assigner,
                dueDate,
                item.status().kind().name(),
                item.waitsFor().orElseThrow().value(),
                cause.name());
    }

    private PublishedEvent completed(WorkItemStatus.Completed completed) {
        return new WorkItemCompletedV1(
                id,
                title,
                owner,
                department,
                assigner,
                origin(),
                reference(),
                priority(),
                dueDate,
                item.firstDueDate(),
                item.assignedAt(),
                completed.reportedAt(),
                completed.at(),
                completed.onTime(),
                item.timesReturned(),
                Duration.between(item.assignedAt(), completed.reportedAt()).toSeconds(),
                value(completed.acceptedBy()));
    }

    private String origin() {
        return item.origin().kind().name();
    }

    private @Nullable String reference() {
        return item.origin().reference().orElse(null);
    }

    private String priority() {
        return item.priority().name();
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
