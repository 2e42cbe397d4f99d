package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.DefinitionRef;
import dev.keshi.workflow.definition.FlowId;
import dev.keshi.workflow.definition.StepId;
import dev.keshi.workflow.form.FormValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact about an instance. Who and when stand in the {@link HistoryEntry} around it. */
public sealed interface InstanceEvent {

    /** Facts about the instance as a whole. */
    sealed interface OfInstance extends InstanceEvent {}

    /** Facts about one task. */
    sealed interface OfTask extends InstanceEvent {

        TaskId task();

        StepId step();

        String stepName();
    }

    /** A task was decided by a person. */
    sealed interface OfDecision extends OfTask {

        Remark remark();
    }

    /** Facts about the way through the graph. */
    sealed interface OfToken extends InstanceEvent {}

    record InstanceStarted(
            InstanceId id, DefinitionRef definition, PersonId initiator, Map<String, FormValue> variables)
            implements OfInstance {

        public InstanceStarted {
            variables = Map.copyOf(variables);
        }
    }

    record Commented(Remark remark) implements OfInstance {}

    record InstanceCompleted(Outcome outcome) implements OfInstance {}

    record InstanceWithdrawn(Remark remark) implements OfInstance {}

    record InstanceTerminated(Remark remark) implements OfInstance {}

    /** The instance was approved, and so it gives this work. */
    record WorkGiven(GivenWork work, ApproverReason reason) implements InstanceEvent {}

    /** A person, the holders of a role, or an administrator is asked. */
    record TaskOpened(
            TaskId task, StepId step, String stepName, int token, Assignment assignment, ApproverReason reason)
            implements OfTask {}

    /** @param candidates everybody it was offered to; the others lose it */
    record TaskClaimed(TaskId task, StepId step, String stepName, PersonId assignee, List<PersonId> candidates)
            implements OfTask {}

    /** @param candidates everybody it is offered to again */
    record TaskReleased(TaskId task, StepId step, String stepName, PersonId assignee, List<PersonId> candidates)
            implements OfTask {}

    /**
     * @param from who had it, absent when nobody did
     * @param to who has it now
     */
    record TaskReassigned(
            TaskId task,
            StepId step,
            String stepName,
            @Nullable PersonId from,
            PersonId to,
            Remark remark,
            ApproverReason reason)
            implements OfTask {}

    record TaskApproved(TaskId task, StepId step, String stepName, PersonId approver, Remark remark)
            implements OfDecision {}

    record TaskRejected(TaskId task, StepId step, String stepName, PersonId approver, Remark remark)
            implements OfDecision {}

    /** @param people whose task it was */
    record TaskCancelled(TaskId task, StepId step, String stepName, List<PersonId> people) implements OfTask {}

    record TokenCreated(int token, StepId at) implements OfToken {}

    record TokenMoved(int token, FlowId flow, StepId to) implements OfToken {}

    /** @param parent the token it was split from */
    record TokenForked(int token, int parent, FlowId flow, StepId to) implements OfToken {}

    /**
     * @param token the one that goes on
     * @param absorbed those that are gone
     */
    record TokensJoined(int token, StepId at, List<Integer> absorbed) implements OfToken {

        public TokensJoined {
            absorbed = List.copyOf(absorbed);
        }
    }

    /** A step was decided without asking anybody. */
    record StepDecidedByRule(int token, StepId step, String stepName, Outcome outcome, ApproverReason reason)
            implements OfToken {}

    record TokenEnded(int token, StepId at) implements OfToken {}
}
