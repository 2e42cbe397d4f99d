package dev.keshi.workflow.condition;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A condition that passed every check of {@link ConditionEvaluator#compile}. Immutable, may be shared by threads. */
public final class Condition implements ConditionCompilation {

    private final ParsedExpression parsed;
    private final Set<String> variables;

    Condition(ParsedExpression parsed, Set<String> variables) {
        this.parsed = parsed;
        this.variables = Set.copyOf(variables);
    }

    /** What the author wrote. */
    public String text() {
        return parsed.text();
    }

    /** Names of the variables that the condition reads. */
    public Set<String> variables() {
        return new TreeSet<>(variables);
    }

    ParsedExpression parsed() {
        return parsed;
    }

    @Override
    public String toString() {
        return text();
    }
}
