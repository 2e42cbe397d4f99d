package dev.keshi.notification.delivery;

import dev.keshi.contracts.workflow.RequestCommentedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.TaskCancelledV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.Noticed;
import dev.keshi.notification.inbox.InboxChange.Settle;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Name;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.NotificationId;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Subject;
import dev.keshi.notification.inbox.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of approvals. A task is one notification for each person it waits for, from its creation to its settlement.
 * What was decided is told to the initiator; the decision that ends a request is told as its outcome, once.
 */
public final class ApprovalNews {

    private ApprovalNews() {}

    /** Whoever must act is told, and where nobody in particular must, everybody who may. */
    public static List<InboxChange> ofCreation(ReceivedEvent<TaskCreatedV1> created) {
        var task = created.data();
        var subject = new Subject.OfRequest(
                task.instanceId(),
                task.taskId(),
                new Name(task.stepName(), task.stepNameEn()),
                task.requestNumber(),
                new Name(task.processName(), task.processNameEn()),
                task.initiatorId());
        if (task.assigneeId() != null) {
            return List.of(taskFor(task.assigneeId(), Template.TASK_ASSIGNED, subject, created, true));
        }
        return task.candidateIds().stream()
                .distinct()
                .map(candidate -> taskFor(candidate, Template.TASK_OFFERED, subject, created, true))
                .toList();
    }

    /** The other candidates need not act; the one who claimed knows of the task. */
    public static List<InboxChange> ofClaim(ReceivedEvent<TaskClaimedV1> claimed) {
        var task = claimed.data();
        return List.of(
                new Settle(
                        task.instanceId(),
                        task.taskId(),
                        Set.of(task.claimedBy()),
                        new Settlement(Reason.CLAIMED, task.claimedBy(), claimed.time())),
                new Noticed(task.instanceId(), task.taskId(), task.claimedBy()));
    }

    /** It waits for the candidates again; the one who gave it back knows. */
    public static List<InboxChange> ofRelease(ReceivedEvent<TaskReleasedV1> released) {
        var task = released.data();
        var subject = new Subject.OfRequest(
                task.instanceId(),
                task.taskId(),
                new Name(task.stepName(), task.stepNameEn()),
                task.requestNumber(),
                new Name(task.processName(), task.processNameEn()),
                task.initiatorId());
        var changes = new ArrayList<InboxChange>();
        changes.add(new Settle(
                task.instanceId(),
                task.taskId(),
                Set.copyOf(task.candidateIds()),
                new Settlement(Reason.RELEASED, task.releasedBy(), released.time())));
        task.candidateIds().stream()
                .distinct()
                .map(candidate -> taskFor(
                        candidate, Template.TASK_OFFERED, subject, released, !candidate.equals(task.releasedBy())))
                .forEach(changes::add);
        return changes;
    }

    /** It waits for one person now and for nobody else. */
    public static List<InboxChange> ofReassignment(ReceivedEvent<TaskReassignedV1> reassigned) {
        var task = reassigned.data();
        var subject = new Subject.OfRequest(
                task.instanceId(),
                task.taskId(),
                new Name(task.stepName(), task.stepNameEn()),
                task.requestNumber(),
                new Name(task.processName(), task.processNameEn()),
                task.initiatorId());
        boolean byAnother = !task.assigneeId().equals(task.reassignedBy());
        var notice = new Notice(
                NotificationId.ofTask(task.taskId(), task.assigneeId()),
                task.assigneeId(),
                byAnother ? Template.TASK_GIVEN : Template.TASK_ASSIGNED,
                subject,
                task.reassignedBy(),
                reassigned.time(),
                reassigned.id(),
                byAnother);
        return List.of(
                new Settle(
                        task.instanceId(),
                        task.taskId(),
                        Set.of(task.assigneeId()),
                        new Settlement(Reason.REASSIGNED, task.reassignedBy(), reassigned.time())),
                new Tell(notice));
    }

    /** Nobody need act any more, and the initiator learns how the step went. */
    public static List<InboxChange> ofDecision(ReceivedEvent<TaskDecidedV1> decided) {
        var task = decided.data();
        var template = stepOutcome(task.outcome());
        var changes = new ArrayList<InboxChange>();
        changes.add(new Settle(
                task.instanceId(),
                task.taskId(),
                Set.of(),
                new Settlement(Reason.DECIDED, task.decidedBy(), decided.time())));
        var initiator = task.initiatorId();
        if (!initiator.equals(task.decidedBy()) && !initiator.equals(decided.actor())) {
            changes.add(new Tell(new Notice(
                    NotificationId.ofDecision(task.taskId(), initiator),
                    initiator,
                    template,
                    new Subject.OfRequest(
                            task.instanceId(),
                            task.taskId(),
                            new Name(task.stepName(), task.stepNameEn()),
                            task.requestNumber(),
                            new Name(task.processName(), task.processNameEn()),
                            initiator),
                    task.decidedBy(),
                    decided.time(),
                    decided.id(),
                    true)));
        }
        return changes;
    }

    /** Nobody need act any more. */
    public static List<InboxChange> ofCancellation(ReceivedEvent<TaskCancelledV1> cancelled) {
        var task = cancelled.data();
        return List.of(settleAll(
                task.instanceId(), Optional.of(task.taskId()), Reason.ofCancellation(task.reason()), cancelled));
    }

    /** The initiator learns the outcome, in place of the decision that brought it about; nothing waits any more. */
    public static List<InboxChange> ofEnd(ReceivedEvent<RequestEndedV1> ended) {
        var request = ended.data();
        var template = outcome(request.outcome());
        var changes = new ArrayList<InboxChange>();
        changes.add(settleAll(request.instanceId(), Optional.empty(), Reason.ENDED, ended));
        var initiator = request.initiatorId();
        if (!initiator.equals(ended.actor())) {
            var decisive = request.decisiveTaskId();
            changes.add(new Tell(new Notice(
                    decisive == null
                            ? NotificationId.ofEnd(request.instanceId(), initiator)
                            : NotificationId.ofDecision(decisive, initiator),
                    initiator,
                    template,
                    new Subject.OfRequest(
                            request.instanceId(),
                            decisive,
                            null,
                            request.requestNumber(),
                            new Name(request.processName(), request.processNameEn()),
                            initiator),
                    ended.actor(),
                    ended.time(),
                    ended.id(),
                    true)));
        }
        return changes;
    }

    /** Whoever takes part learns of the comment, its author aside. */
    public static List<InboxChange> ofComment(ReceivedEvent<RequestCommentedV1> commented) {
        var comment = commented.data();
        var subject = new Subject.OfRequest(
                comment.instanceId(),
                null,
                null,
                comment.requestNumber(),
                new Name(comment.processName(), comment.processNameEn()),
                null);
        return comment.participantIds().stream()
                .distinct()
                .filter(person -> !person.equals(comment.authorId()) && !person.equals(commented.actor()))
                .<InboxChange>map(person -> new Tell(new Notice(
                        NotificationId.ofComment(comment.commentId(), person),
                        person,
                        Template.REQUEST_COMMENTED,
                        subject,
                        comment.authorId(),
                        commented.time(),
                        commented.id(),
                        true)))
                .toList();
    }

    private static InboxChange taskFor(
            String personId, Template template, Subject.OfRequest subject, ReceivedEvent<?> event, boolean unread) {
        var id = NotificationId.ofTask(String.valueOf(subject.taskId()), personId);
        return new Tell(new Notice(id, personId, template, subject, null, event.time(), event.id(), unread));
    }

    private static Settle settleAll(String instanceId, Optional<String> taskId, Reason reason, ReceivedEvent<?> event) {
        return new Settle(
                instanceId, taskId.orElse(null), Set.of(), new Settlement(reason, event.actor(), event.time()));
    }

    private static Template outcome(String outcome) {
        return switch (outcome) {
            case "APPROVED" -> Template.REQUEST_APPROVED;
            case "REJECTED" -> Template.REQUEST_REJECTED;
            case "WITHDRAWN" -> Template.REQUEST_WITHDRAWN;
            case "TERMINATED" -> Template.REQUEST_TERMINATED;
            default -> throw unknown(outcome);
        };
    }

    private static Template stepOutcome(String outcome) {
        return switch (outcome) {
            case "APPROVED" -> Template.STEP_APPROVED;
            case "REJECTED" -> Template.STEP_REJECTED;
            default -> throw unknown(outcome);
        };
    }

    /** Better told late than wrong: the event is parked. */
    private static IllegalArgumentException unknown(String outcome) {
        return new IllegalArgumentException("outcome " + outcome);
    }
}
