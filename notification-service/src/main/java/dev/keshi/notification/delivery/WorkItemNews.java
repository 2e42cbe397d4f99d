package dev.keshi.notification.delivery;

import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.contracts.workflow.WorkItemHandedOverV1;
import dev.keshi.contracts.workflow.WorkItemReportedV1;
import dev.keshi.contracts.workflow.WorkItemReturnedV1;
import dev.keshi.contracts.workflow.WorkItemTransferredV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.SettleWork;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.NotificationId;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Subject;
import dev.keshi.notification.inbox.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of work items. A work item is one notification of whoever has to do it, and one of whoever has to accept it; each
 * is open while it is that person's move. What one does oneself is no news to oneself.
 */
public final class WorkItemNews {

    /** Who assigned what an event led to. */
    private static final String SYSTEM = "system";

    private static final String REPORTED = "REPORTED";

    private WorkItemNews() {}

    public static List<InboxChange> ofAssignment(ReceivedEvent<WorkItemAssignedV1> assigned) {
        var work = assigned.data();
        var by = Objects.requireNonNullElse(work.assignerId(), SYSTEM);
        var subject = new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate());
        return List.of(move(work.ownerId(), Template.WORK_ITEM_ASSIGNED, subject, by, assigned));
    }

    /** It waits for its new owner, and for nobody else. */
    public static List<InboxChange> ofTransfer(ReceivedEvent<WorkItemTransferredV1> transferred) {
        var work = transferred.data();
        var subject = new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate());
        return List.of(
                settle(work.workItemId(), Set.of(work.ownerId()), Reason.REASSIGNED, work.transferredBy(), transferred),
                move(work.ownerId(), Template.WORK_ITEM_GIVEN, subject, work.transferredBy(), transferred));
    }

    public static List<InboxChange> ofDueDate(ReceivedEvent<WorkItemDueDateChangedV1> changed) {
        var work = changed.data();
        var subject = new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate());
        return List.of(move(work.ownerId(), Template.WORK_ITEM_DUE_DATE_CHANGED, subject, work.changedBy(), changed));
    }

    /** Whoever has to do it is told again, and so is whoever waits for it. */
    public static List<InboxChange> ofLateness(ReceivedEvent<WorkItemBecameLateV1> late) {
        var work = late.data();
        var subject = new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate());
        var changes = new ArrayList<InboxChange>();
        changes.add(move(work.ownerId(), Template.WORK_ITEM_LATE, subject, null, late));
        var assigner = work.assignerId();
        if (assigner != null && !assigner.equals(work.ownerId())) {
            var id = NotificationId.ofLateWork(work.workItemId(), work.dueDate(), assigner);
            changes.add(new Tell(new Notice(
                    id,
                    assigner,
                    Template.ASSIGNED_WORK_ITEM_LATE,
                    subject,
                    work.ownerId(),
                    late.time(),
                    late.id(),
                    true)));
        }
        return changes;
    }

    /** The owner has done what there was to do; whoever assigned it has to accept it. */
    public static List<InboxChange> ofReport(ReceivedEvent<WorkItemReportedV1> reported) {
        var work = reported.data();
        var subject = new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate());
        return List.of(
                settle(work.workItemId(), Set.of(work.assignerId()), Reason.REPORTED, work.ownerId(), reported),
                move(work.assignerId(), Template.WORK_ITEM_REPORTED, subject, work.ownerId(), reported));
    }

    /** It is the owner's move again. */
    public static List<InboxChange> ofReturn(ReceivedEvent<WorkItemReturnedV1> returned) {
        var work = returned.data();
        var subject = new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate());
        return List.of(
                settle(work.workItemId(), Set.of(work.ownerId()), Reason.RETURNED, work.returnedBy(), returned),
                move(work.ownerId(), Template.WORK_ITEM_RETURNED, subject, work.returnedBy(), returned));
    }

    /** A leader has to decide what becomes of the work of somebody who left, or to accept work that somebody who left has assigned. */
    public static List<InboxChange> ofHandover(ReceivedEvent<WorkItemHandedOverV1> handedOver) {
        var work = handedOver.data();
        var subject = new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate());
        var template = template(work);
        var by = template == Template.WORK_ITEM_ASSIGNED ? SYSTEM : work.ownerId();
        return List.of(
                settle(work.workItemId(), Set.of(work.waitsForId()), Reason.REASSIGNED, SYSTEM, handedOver),
                move(work.waitsForId(), template, subject, by, handedOver));
    }

    private static Template template(WorkItemHandedOverV1 work) {
        if (work.status().equals(REPORTED)) {
            return Template.WORK_ITEM_REPORTED;
        }
        return work.waitsForId().equals(work.ownerId()) ? Template.WORK_ITEM_ASSIGNED : Template.WORK_ITEM_LEFT_BEHIND;
    }

    /** Nothing waits any more; the owner learns that the work was accepted. */
    public static List<InboxChange> ofCompletion(ReceivedEvent<WorkItemCompletedV1> completed) {
        var work = completed.data();
        var acceptedBy = work.acceptedBy();
        var by = Objects.requireNonNullElse(acceptedBy, work.ownerId());
        var changes = new ArrayList<InboxChange>();
        changes.add(settle(work.workItemId(), Set.of(), Reason.COMPLETED, by, completed));
        if (acceptedBy != null) {
            changes.add(new Tell(new Notice(
                    NotificationId.ofAcceptance(work.workItemId(), work.ownerId()),
                    work.ownerId(),
                    Template.WORK_ITEM_ACCEPTED,
                    new Subject.OfWorkItem(work.workItemId(), work.title(), work.dueDate()),
                    acceptedBy,
                    completed.time(),
                    completed.id(),
                    true)));
        }
        return changes;
    }

    /** Nothing waits any more. */
    public static List<InboxChange> ofCancellation(ReceivedEvent<WorkItemCancelledV1> cancelled) {
        var work = cancelled.data();
        return List.of(settle(work.workItemId(), Set.of(), Reason.CANCELLED, work.cancelledBy(), cancelled));
    }

    /** @param by who brought it about; absent when time did */
    private static InboxChange move(
            String recipientId,
            Template template,
            Subject.OfWorkItem subject,
            @Nullable String by,
            ReceivedEvent<?> event) {
        var id = NotificationId.ofWorkItem(subject.workItemId(), recipientId);
        return new Tell(
                new Notice(id, recipientId, template, subject, by, event.time(), event.id(), !recipientId.equals(by)));
    }

    private static InboxChange settle(
            String workItemId, Set<String> except, Reason reason, String by, ReceivedEvent<?> event) {
        return new SettleWork(workItemId, except, new Settlement(reason, by, event.time()));
    }
}
