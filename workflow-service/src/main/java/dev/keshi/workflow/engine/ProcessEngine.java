package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.ApproverDirectory;
import dev.keshi.workflow.approver.ApproverResolver;
import dev.keshi.workflow.approver.OwnerResolver;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.definition.ProcessGraph;
import dev.keshi.workflow.definition.Step;
import dev.keshi.workflow.form.FormValue;
import dev.keshi.workflow.form.StartForm;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Runs instances: state and command in, next state and history out. Keeps nothing itself, so a command whose result was
 * not stored is simply handled again. Every refusal is a {@link WorkflowProblem}.
 */
public final class ProcessEngine {

    private final ApproverDirectory directory;
    private final ApproverResolver approvers;
    private final OwnerResolver owners;
    private final ConditionEvaluator conditions;
    private final Clock clock;

    public ProcessEngine(ApproverDirectory directory, ConditionEvaluator conditions, Clock clock) {
        this.directory = directory;
        this.approvers = new ApproverResolver(directory);
        this.owners = new OwnerResolver(directory);
        this.conditions = conditions;
        this.clock = clock;
    }

    /** Checks the form and runs to the first tasks, or to the end when nobody needs to be asked. */
    public Transition start(ProcessGraph graph, StartInstance command) {
        requireColleague(command.initiator());
        var values = checkedForm(graph, command);
        var started =
                new InstanceEvent.InstanceStarted(command.id(), command.definition(), command.initiator(), values);
        var now = now();
        var turn = new Turn(graph, ProcessInstance.of(InstanceState.before(started, now)), now);
        turn.record(command.initiator(), started);
        walk(turn).begin();
        return turn.done();
    }

    /**
     * Carries out a command on an instance as it stands. An ended instance has no open task, so a late decision is
     * answered with {@link WorkflowProblem.AlreadyDecided}.
     *
     * @param graph of the version the instance runs on
     */
    public Transition handle(ProcessGraph graph, InstanceState state, InstanceCommand command) {
        var turn = new Turn(graph, ProcessInstance.of(state), now());
        if (!state.isRunning() && !(command instanceof InstanceCommand.OnTask)) {
            throw new WorkflowProblem.InstanceEnded(state.status());
        }
        var tasks = new TaskTransitions(turn, directory);
        switch (command) {
            case InstanceCommand.Claim claim -> tasks.claim(claim);
            case InstanceCommand.Release release -> tasks.release(release);
            case InstanceCommand.Approve approve -> goOn(turn, tasks.approve(approve));
            case InstanceCommand.Reject reject -> rejected(turn, tasks.reject(reject));
            case InstanceCommand.Reassign reassign -> tasks.reassign(reassign);
            case InstanceCommand.Withdraw withdraw -> withdraw(turn, withdraw);
            case InstanceCommand.Comment comment -> comment(turn, comment);
            case InstanceCommand.Terminate terminate ->
                turn.end(terminate.by(), new InstanceEvent.InstanceTerminated(terminate.remark()));
        }
        return turn.done();
    }

    /**
     * A rejection ends the instance as rejected, unless the step leads straight to a gateway that reads the outcome;
     * then the model says what follows.
     */
    private void rejected(Turn turn, OpenTask task) {
        if (turn.graph().step(task.step()) instanceof Step.Approval step && step.rejectionContinues()) {
            goOn(turn, task);
        } else {
            turn.end(new InstanceEvent.InstanceCompleted(Outcome.REJECTED));
        }
    }

    private void goOn(Turn turn, OpenTask task) {
        var token = turn.instance().tokens().token(task.token());
        walk(turn).goOn(token, turn.graph().step(task.step()));
    }

    private static void withdraw(Turn turn, InstanceCommand.Withdraw command) {
        var instance = turn.instance();
        if (!command.by().equals(instance.initiator())) {
            throw new WorkflowProblem.NotInitiator(command.by());
        }
        if (instance.decidedBy().stream().anyMatch(person -> !person.equals(command.by()))) {
            throw new WorkflowProblem.WithdrawTooLate(instance.id());
        }
        turn.end(command.by(), new InstanceEvent.InstanceWithdrawn(command.remark()));
    }

    private static void comment(Turn turn, InstanceCommand.Comment command) {
        var instance = turn.instance();
        boolean participant = command.by().equals(instance.initiator())
                || instance.decidedBy().contains(command.by())
                || instance.tasks().all().stream()
                        .anyMatch(task -> task.assignment().people().contains(command.by()));
        if (!participant) {
            throw new WorkflowProblem.NotParticipant(command.by());
        }
        if (command.remark().isBlank()) {
            throw new WorkflowProblem.EmptyComment();
        }
        turn.record(command.by(), new InstanceEvent.Commented(command.remark()));
    }

    private Map<String, FormValue> checkedForm(ProcessGraph graph, StartInstance command) {
        return switch (graph.form().check(command.form(), conditions)) {
            case StartForm.Valid(var values) -> values;
            case StartForm.Invalid(var errors) -> throw new WorkflowProblem.InvalidForm(errors);
            case StartForm.Unchecked(var why) -> throw new WorkflowProblem.ConditionUnavailable(why);
        };
    }

    private void requireColleague(PersonId person) {
        if (directory.colleague(person).isEmpty()) {
            throw new WorkflowProblem.NoSuchPerson(person);
        }
    }

    /** What a store keeps of an instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private TokenWalk walk(Turn turn) {
        return new TokenWalk(turn, approvers, owners, conditions);
    }
}
