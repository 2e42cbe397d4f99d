package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.FlowId;
import dev.keshi.workflow.definition.StepId;
import dev.keshi.workflow.form.FieldError;
import java.util.List;

/** Why a command was refused; nothing has changed. Each kind has a stable code. */
public abstract sealed class WorkflowProblem extends RuntimeException {

    private final String code;

    private WorkflowProblem(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, for clients. */
    public String code() {
        return code;
    }

    /** The form that starts an instance is not as its process wants it. */
    public static final class InvalidForm extends WorkflowProblem {

        private final transient List<FieldError> errors;

        InvalidForm(List<FieldError> errors) {
            super("invalid-form", errors.toString());
            this.errors = List.copyOf(errors);
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** There never was such a task in this instance. */
    public static final class NoSuchTask extends WorkflowProblem {
        NoSuchTask(TaskId task) {
            super("task-not-found", "no task " + task);
        }
    }

    /** The task was decided or cancelled before. */
    public static final class AlreadyDecided extends WorkflowProblem {
        AlreadyDecided(TaskId task) {
            super("already-decided", "task " + task + " is closed");
        }
    }

    /** The task changed after the person saw it. */
    public static final class StaleTask extends WorkflowProblem {

        private final long actual;

        StaleTask(TaskId task, long expected, long actual) {
            super("stale-task", "task " + task + " is at revision " + actual + ", expected " + expected);
            this.actual = actual;
        }

        public long actual() {
            return actual;
        }
    }

    /** The person is neither assignee nor candidate. */
    public static final class NotYourTask extends WorkflowProblem {
        NotYourTask(TaskId task, PersonId person) {
            super("not-your-task", "task " + task + " is not for " + person);
        }
    }

    /** Another candidate was faster. */
    public static final class AlreadyClaimed extends WorkflowProblem {
        AlreadyClaimed(TaskId task, PersonId by) {
            super("already-claimed", "task " + task + " was claimed by " + by);
        }
    }

    /** The task has one approver by name, or none yet. */
    public static final class NotClaimable extends WorkflowProblem {
        NotClaimable(TaskId task) {
            super("not-claimable", "task " + task + " cannot be claimed or released");
        }
    }

    /** A task offered to several is claimed before it is decided. */
    public static final class ClaimFirst extends WorkflowProblem {
        ClaimFirst(TaskId task) {
            super("claim-first", "task " + task + " is not claimed");
        }
    }

    /** Only a task for which nobody was found is given to somebody by an administrator. */
    public static final class HasApprover extends WorkflowProblem {
        HasApprover(TaskId task) {
            super("has-approver", "task " + task + " has an approver");
        }
    }

    /** The process does not let initiators approve their own request. */
    public static final class ApproverIsInitiator extends WorkflowProblem {
        ApproverIsInitiator(PersonId person) {
            super("approver-is-initiator", person + " is the initiator");
        }
    }

    /** Unknown, or not with the enterprise any more. */
    public static final class NoSuchPerson extends WorkflowProblem {
        NoSuchPerson(PersonId person) {
            super("no-such-person", "no person " + person);
        }
    }

    /** The instance has ended. */
    public static final class InstanceEnded extends WorkflowProblem {

        private final transient InstanceStatus status;

        InstanceEnded(InstanceStatus status) {
            super("instance-ended", "the instance is " + status.text());
            this.status = status;
        }

        public InstanceStatus status() {
            return status;
        }
    }

    /** Somebody else has decided a step already. */
    public static final class WithdrawTooLate extends WorkflowProblem {
        WithdrawTooLate(InstanceId id) {
            super("withdraw-too-late", "instance " + id + " has been handled by another person");
        }
    }

    /** Only who started an instance takes it back. */
    public static final class NotInitiator extends WorkflowProblem {
        NotInitiator(PersonId person) {
            super("not-initiator", person + " is not the initiator");
        }
    }

    /** Only the initiator and those who decide or have decided comment. */
    public static final class NotParticipant extends WorkflowProblem {
        NotParticipant(PersonId person) {
            super("not-participant", person + " takes no part in the instance");
        }
    }

    /** A comment says something. */
    public static final class EmptyComment extends WorkflowProblem {
        EmptyComment() {
            super("empty-comment", "the comment is empty");
        }
    }

    /** A condition is neither true nor false with the values of this instance. */
    public static final class ConditionUndecided extends WorkflowProblem {
        ConditionUndecided(StepId gateway, FlowId flow, String why) {
            super("condition-undecided", "gateway " + gateway + ", flow " + flow + ": " + why);
        }
    }

    /** No condition is met and there is no default flow. */
    public static final class NoFlowTaken extends WorkflowProblem {
        NoFlowTaken(StepId gateway) {
            super("no-flow-taken", "gateway " + gateway + " has no way out for these values");
        }
    }

    /** Conditions could not be evaluated in time; the command may be repeated later. */
    public static final class ConditionUnavailable extends WorkflowProblem {
        ConditionUnavailable(String why) {
            super("condition-unavailable", why);
        }
    }

    /** The process runs in a circle without asking anybody. */
    public static final class EndlessLoop extends WorkflowProblem {
        EndlessLoop(StepId at) {
            super("endless-loop", "too many steps without a task, last at " + at);
        }
    }

    /** More paths at once than an instance may have. */
    public static final class TooManyPaths extends WorkflowProblem {
        TooManyPaths(StepId at) {
            super("too-many-paths", "too many paths at once, last at " + at);
        }
    }

    /** What is left of the instance waits at joining gateways for paths that will never arrive. */
    public static final class Deadlocked extends WorkflowProblem {
        Deadlocked(List<StepId> gateways) {
            super("deadlocked", "nothing can arrive any more at " + gateways);
        }
    }
}
