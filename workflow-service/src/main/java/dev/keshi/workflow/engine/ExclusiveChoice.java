package dev.keshi.workflow.engine;

import dev.keshi.workflow.condition.Condition;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.condition.Verdict;
import dev.keshi.workflow.definition.ProcessGraph;
import dev.keshi.workflow.definition.SequenceFlow;
import dev.keshi.workflow.definition.Step;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which way a token leaves an exclusive gateway. */
final class ExclusiveChoice {

    private final ProcessGraph graph;
    private final ConditionEvaluator conditions;

    ExclusiveChoice(ProcessGraph graph, ConditionEvaluator conditions) {
        this.graph = graph;
        this.conditions = conditions;
    }

    /** The first flow whose condition is met, else the default flow. */
    SequenceFlow flowFrom(Step.ExclusiveGateway gateway, Token token, ProcessInstance instance) {
        var variables = variables(token, instance);
        for (var flow : gateway.outgoing()) {
            var byDefault = gateway.defaultFlow().filter(flow.id()::equals).isPresent();
            if (!byDefault && isTaken(gateway, flow, variables)) {
                return flow;
            }
        }
        return gateway.outgoing().stream()
                .filter(flow -> gateway.defaultFlow().filter(flow.id()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new WorkflowProblem.NoFlowTaken(gateway.id()));
    }

    private boolean isTaken(Step.ExclusiveGateway gateway, SequenceFlow flow, Map<String, @Nullable Object> variables) {
        Condition condition = flow.condition();
        if (condition == null) {
            return true;
        }
        return switch (conditions.evaluate(condition, variables)) {
            case Verdict.Met _ -> true;
            case Verdict.NotMet _ -> false;
            case Verdict.Undecided(var why) ->
                throw new WorkflowProblem.ConditionUndecided(gateway.id(), flow.id(), why);
            case Verdict.Unavailable(var why) -> throw new WorkflowProblem.ConditionUnavailable(why);
        };
    }

    private Map<String, @Nullable Object> variables(Token token, ProcessInstance instance) {
        var variables = new HashMap<String, @Nullable Object>(
                graph.form().plainValues(instance.start().variables()));
        var outcome = token.outcome();
        variables.put(ProcessGraph.OUTCOME, outcome == null ? null : outcome.text());
        return variables;
    }
}
