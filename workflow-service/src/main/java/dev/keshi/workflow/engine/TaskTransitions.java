package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.ApproverDirectory;
import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.approver.ApproverRule;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.approver.WhenInitiator;
import dev.keshi.workflow.definition.Step;

/** What is done to one task, short of moving on behind it. */
final class TaskTransitions {

    private final Turn turn;
    private final ApproverDirectory directory;

    TaskTransitions(Turn turn, ApproverDirectory directory) {
        this.turn = turn;
        this.directory = directory;
    }

    void claim(InstanceCommand.Claim command) {
        var task = openTask(command);
        switch (task.assignment()) {
            case Assignment.Offered(var _, var candidates) -> {
                requireAmong(task, command.by());
                requireFresh(task, command);
                turn.record(
                        command.by(),
                        new InstanceEvent.TaskClaimed(
                                task.id(), task.step(), task.stepName(), command.by(), candidates));
            }
            case Assignment.Claimed(var assignee, var _, var candidates) -> {
                if (!candidates.contains(command.by())) {
                    throw new WorkflowProblem.NotYourTask(task.id(), command.by());
                }
                throw new WorkflowProblem.AlreadyClaimed(task.id(), assignee);
            }
            case Assignment.Assigned _, Assignment.AwaitingAdministrator _ -> {
                requireAmong(task, command.by());
                throw new WorkflowProblem.NotClaimable(task.id());
            }
        }
    }

    void release(InstanceCommand.Release command) {
        var task = openTask(command);
        requireAmong(task, command.by());
        if (!(task.assignment() instanceof Assignment.Claimed claimed)) {
            throw new WorkflowProblem.NotClaimable(task.id());
        }
        requireFresh(task, command);
        turn.record(
                command.by(),
                new InstanceEvent.TaskReleased(
                        task.id(), task.step(), task.stepName(), command.by(), claimed.candidates()));
    }

    OpenTask approve(InstanceCommand.Approve command) {
        var task = ownTask(command);
        turn.record(
                command.by(),
                new InstanceEvent.TaskApproved(
                        task.id(), task.step(), task.stepName(), command.by(), command.remark()));
        return task;
    }

    OpenTask reject(InstanceCommand.Reject command) {
        var task = ownTask(command);
        turn.record(
                command.by(),
                new InstanceEvent.TaskRejected(
                        task.id(), task.step(), task.stepName(), command.by(), command.remark()));
        return task;
    }

    void reassign(InstanceCommand.Reassign command) {
        var task = openTask(command);
        if (!(task.assignment() instanceof Assignment.AwaitingAdministrator)) {
            throw new WorkflowProblem.HasApprover(task.id());
        }
        requireFresh(task, command);
        requireMayApprove(task, command.to());
        var reason = task.reason().and(ApproverReason.Kind.CHOSEN_BY_ADMINISTRATOR, command.by());
        turn.record(
                command.by(),
                new InstanceEvent.TaskReassigned(
                        task.id(), task.step(), task.stepName(), null, command.to(), command.remark(), reason));
    }

    private void requireMayApprove(OpenTask task, PersonId person) {
        if (directory.colleague(person).isEmpty()) {
            throw new WorkflowProblem.NoSuchPerson(person);
        }
        boolean initiator = person.equals(turn.instance().initiator());
        if (initiator && turn.graph().step(task.step()) instanceof Step.Approval step && !letsInitiatorDecide(step)) {
            throw new WorkflowProblem.ApproverIsInitiator(person);
        }
    }

    private static boolean letsInitiatorDecide(Step.Approval step) {
        return step.approver().rule() instanceof ApproverRule.Initiator
                || step.approver().whenInitiator() == WhenInitiator.SELF;
    }

    /** Open, decided by this person alone, and as this person saw it. */
    private OpenTask ownTask(InstanceCommand.OnTask command) {
        var task = openTask(command);
        requireAmong(task, command.by());
        if (task.assignment() instanceof Assignment.Offered) {
            throw new WorkflowProblem.ClaimFirst(task.id());
        }
        requireFresh(task, command);
        return task;
    }

    private OpenTask openTask(InstanceCommand.OnTask command) {
        var tasks = turn.instance().tasks();
        var id = command.task();
        if (!id.instance().equals(turn.instance().id()) || id.number() > tasks.last()) {
            throw new WorkflowProblem.NoSuchTask(id);
        }
        return tasks.find(id).orElseThrow(() -> new WorkflowProblem.AlreadyDecided(id));
    }

    private static void requireAmong(OpenTask task, PersonId person) {
        if (!task.assignment().people().contains(person)) {
            throw new WorkflowProblem.NotYourTask(task.id(), person);
        }
    }

    private static void requireFresh(OpenTask task, InstanceCommand.OnTask command) {
        if (task.revision() != command.expectedRevision()) {
            throw new WorkflowProblem.StaleTask(task.id(), command.expectedRevision(), task.revision());
        }
    }
}
