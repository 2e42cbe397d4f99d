package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.approver.ApproverResolver;
import dev.keshi.workflow.approver.OwnerResolver;
import dev.keshi.workflow.approver.Resolution;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.definition.FlowId;
import dev.keshi.workflow.definition.SequenceFlow;
import dev.keshi.workflow.definition.Step;
import dev.keshi.workflow.definition.StepId;
import dev.keshi.workflow.definition.WorkAtEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves tokens until each waits for a person or at a joining gateway, or has ended. Paths are followed one after the
 * other in the order of the document. The number of steps is bounded: a loop without a task is refused.
 */
final class TokenWalk {

    /** Steps that one command may pass. */
    static final int MAX_STEPS = 1000;

    /** Paths that one instance may have at once. */
    static final int MAX_TOKENS = 500;

    private final Turn turn;
    private final ProcessInstance instance;
    private final ApproverResolver approvers;
    private final OwnerResolver owners;
    private final ExclusiveChoice choice;
    private final Deque<Integer> next = new ArrayDeque<>();
    private int steps;

    TokenWalk(Turn turn, ApproverResolver approvers, OwnerResolver owners, ConditionEvaluator conditions) {
        this.turn = turn;
        this.instance = turn.instance();
        this.approvers = approvers;
        this.owners = owners;
        this.choice = new ExclusiveChoice(turn.graph(), conditions);
    }

    /** From the start event. */
    void begin() {
        int token = instance.tokens().last() + 1;
        turn.record(new InstanceEvent.TokenCreated(token, turn.graph().start()));
        next.add(token);
        run();
    }

    /** From a step that has just been decided. */
    void goOn(Token token, Step decided) {
        leaveByAll(token, decided.outgoing());
        run();
    }

    private void run() {
        while (instance.isRunning() && !next.isEmpty()) {
            int token = next.pop();
            if (instance.tokens().has(token)) {
                visit(instance.tokens().token(token));
            }
        }
        if (instance.isRunning() && instance.tokens().all().isEmpty()) {
            complete();
        }
        if (instance.isRunning() && instance.tasks().all().isEmpty()) {
            throw new WorkflowProblem.Deadlocked(
                    instance.tokens().all().stream().map(Token::at).distinct().toList());
        }
    }

    private void visit(Token token) {
        if (++steps > MAX_STEPS) {
            throw new WorkflowProblem.EndlessLoop(token.at());
        }
        switch (turn.graph().step(token.at())) {
            case Step.Start start -> leaveByAll(token, start.outgoing());
            case Step.PassThrough step -> leaveByAll(token, step.outgoing());
            case Step.ExclusiveGateway gateway -> move(token, choice.flowFrom(gateway, token, instance));
            case Step.ParallelGateway gateway -> arrive(token, gateway);
            case Step.Approval step -> ask(token, step);
            case Step.End end -> end(token, end);
        }
    }

    private void end(Token token, Step.End end) {
        turn.record(new InstanceEvent.TokenEnded(token.id(), end.id()));
        if (end.terminates()) {
            complete();
        }
    }

    private void complete() {
        var outcome = instance.tokens().endedRejected() ? Outcome.REJECTED : Outcome.APPROVED;
        turn.end(new InstanceEvent.InstanceCompleted(outcome));
        if (outcome == Outcome.APPROVED) {
            giveWork();
        }
    }

    /** That of each end event a path has come to, in the order of the document. */
    private void giveWork() {
        var ends = instance.tokens().ends();
        turn.graph().steps().values().stream()
                .filter(Step.End.class::isInstance)
                .map(Step.End.class::cast)
                .filter(end -> ends.contains(end.id()))
                .flatMap(end -> end.work().stream())
                .forEach(this::give);
    }

    /** To whoever is to have it as the organisation is now. */
    private void give(WorkAtEnd work) {
        var owner = owners.resolve(work.owner(), instance.initiator(), instance.id() + "/" + work.id());
        var given = new GivenWork(work.id(), work.name(), owner.person(), work.dueInDays(), work.priority());
        turn.record(new InstanceEvent.WorkGiven(given, owner.reason()));
    }

    /** Waits until a token stands here for each incoming flow. */
    private void arrive(Token token, Step.ParallelGateway gateway) {
        if (gateway.incoming().size() == 1) {
            leaveByAll(token, gateway.outgoing());
            return;
        }
        var waiting = new HashMap<@Nullable FlowId, Integer>();
        instance.tokens().at(gateway.id()).forEach(here -> waiting.putIfAbsent(here.via(), here.id()));
        if (waiting.keySet().containsAll(gateway.incoming())) {
            var joining = new ArrayList<>(waiting.values().stream().sorted().toList());
            int survivor = joining.removeFirst();
            turn.record(new InstanceEvent.TokensJoined(survivor, gateway.id(), joining));
            leaveByAll(instance.tokens().token(survivor), gateway.outgoing());
        }
    }

    private void ask(Token token, Step.Approval step) {
        var question = new ApproverResolver.Question(instance.initiator(), instance.approvedBy(), token.lastApprover());
        switch (approvers.resolve(step.approver(), question)) {
            case Resolution.Ask(var person, var reason) -> open(token, step, new Assignment.Assigned(person), reason);
            case Resolution.Offer(var role, var candidates, var reason) ->
                open(token, step, new Assignment.Offered(role, candidates), reason);
            case Resolution.AskAdministrator(var reason) ->
                open(token, step, new Assignment.AwaitingAdministrator(), reason);
            case Resolution.Pass(var reason) -> decideByRule(token, step, Outcome.APPROVED, reason);
            case Resolution.Reject(var reason) -> decideByRule(token, step, Outcome.REJECTED, reason);
        }
    }

    private void open(Token token, Step.Approval step, Assignment assignment, ApproverReason reason) {
        var id = new TaskId(instance.id(), instance.tasks().last() + 1);
        turn.record(new InstanceEvent.TaskOpened(id, step.id(), step.name(), token.id(), assignment, reason));
    }

    private void decideByRule(Token token, Step.Approval step, Outcome outcome, ApproverReason reason) {
        turn.record(new InstanceEvent.StepDecidedByRule(token.id(), step.id(), step.name(), outcome, reason));
        if (outcome == Outcome.REJECTED && !step.rejectionContinues()) {
            turn.end(new InstanceEvent.InstanceCompleted(Outcome.REJECTED));
        } else {
            leaveByAll(instance.tokens().token(token.id()), step.outgoing());
        }
    }

    private void leaveByAll(Token token, List<SequenceFlow> flows) {
        requireRoomFor(flows.size() - 1, token.at());
        var leaving = new ArrayList<Integer>();
        leaving.add(token.id());
        for (var flow : flows.subList(1, flows.size())) {
            int forked = instance.tokens().last() + 1;
            turn.record(new InstanceEvent.TokenForked(forked, token.id(), flow.id(), flow.to()));
            leaving.add(forked);
        }
        turn.record(new InstanceEvent.TokenMoved(
                token.id(), flows.getFirst().id(), flows.getFirst().to()));
        leaving.reversed().forEach(next::push);
    }

    private void move(Token token, SequenceFlow flow) {
        turn.record(new InstanceEvent.TokenMoved(token.id(), flow.id(), flow.to()));
        next.push(token.id());
    }

    private void requireRoomFor(int more, StepId at) {
        if (instance.tokens().all().size() + more > MAX_TOKENS) {
            throw new WorkflowProblem.TooManyPaths(at);
        }
    }
}
