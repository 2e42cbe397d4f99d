package dev.keshi.workflow.definition;

import dev.keshi.workflow.condition.Condition;
import dev.keshi.workflow.condition.ConditionCompilation;
import dev.keshi.workflow.condition.ConditionEvaluator;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads FEEL where a document holds it. */
final class ConditionReading {

    private static final Set<String> FEEL = Set.of(
            "feel",
            "https://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/feel/20140401",
            "https://www.omg.org/spec/dmn/20191111/feel/",
            "https://www.omg.org/spec/dmn/20180521/feel/");

    /** So that a document of one megabyte cannot occupy the parser for minutes. */
    private static final int MAX_CONDITIONS = 500;

    private final ConditionEvaluator conditions;
    private final Findings findings;
    private int read;

    ConditionReading(ConditionEvaluator conditions, Findings findings) {
        this.conditions = conditions;
        this.findings = findings;
    }

    /** The condition of a flow; findings are about the flow. */
    Optional<Condition> onFlow(Element flow, Element expression, Set<String> variables) {
        var language = Elements.attribute(expression, "language");
        if (language.isPresent() && !FEEL.contains(language.get().toLowerCase(java.util.Locale.ROOT))) {
            findings.add(DeploymentErrorCode.CONDITION_LANGUAGE, flow, language.get());
            return Optional.empty();
        }
        return read(flow, expression.getTextContent(), variables);
    }

    /** A leading equals sign, as some modellers write it, is no part of the condition. */
    Optional<Condition> read(Element owner, String text, Set<String> variables) {
        if (++read > MAX_CONDITIONS) {
            findings.add(DeploymentErrorCode.TOO_MANY_CONDITIONS, owner, MAX_CONDITIONS);
            return Optional.empty();
        }
        var feel = text.strip();
        return switch (conditions.compile(
                feel.startsWith("=") ? feel.substring(1).strip() : feel)) {
            case Condition condition -> knowing(condition, owner, variables);
            case ConditionCompilation.Refused refused -> {
                findings.add(
                        DeploymentErrorCode.CONDITION_INVALID,
                        owner,
                        new Words(refused.zh(), refused.en(), refused.parserMessage()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Condition> knowing(Condition condition, Element owner, Set<String> variables) {
        for (var variable : condition.variables()) {
            if (!variables.contains(variable)) {
                findings.add(DeploymentErrorCode.CONDITION_UNKNOWN_VARIABLE, owner, variable);
            }
        }
        return Optional.of(condition);
    }
}
