package dev.keshi.workflow.condition;

import dev.keshi.workflow.condition.ConditionCompilation.Reason;
import dev.keshi.workflow.condition.ConditionCompilation.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * Compiles and evaluates FEEL conditions within bounds, because a running thread cannot be stopped: the text is at most
 * {@value #MAX_BYTES} bytes with at most {@value ConditionText#MAX_NESTING} open brackets, its syntax tree holds allowed
 * nodes only (no loops, quantifiers, contexts, functions of one's own, filters, regular expressions, exponents), literals
 * are small. So the work of any accepted condition is a small multiple of its length; a deadline and a small pool of
 * platform threads stand behind that. Threads may share one evaluator.
 */
public final class ConditionEvaluator implements AutoCloseable {

    /** Longest text of a condition in UTF-8. */
    public static final int MAX_BYTES = 1024;

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final BoundedPool pool;

    public ConditionEvaluator(int threads, Duration deadline) {
        this.pool = new BoundedPool(threads, deadline);
        warmUp();
    }

    /** The first condition loads thousands of classes, which on a busy machine takes longer than any condition may. */
    private void warmUp() {
        if (!(parse("days > 3 and reason != \"\"") instanceof Condition condition)
                || !(decide(condition, Map.of("days", BigDecimal.TEN, "reason", "x")) instanceof Verdict.Met)) {
            throw new IllegalStateException("FEEL does not work here");
        }
    }

    /** Two threads and one second for each condition. */
    public static ConditionEvaluator withDefaults() {
        return new ConditionEvaluator(2, Duration.ofSeconds(1));
    }

    /** Parses and checks; never throws for what the text holds. */
    public ConditionCompilation compile(String text) {
        var refusal = ConditionText.check(text);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (pool.run(() -> parse(text))) {
            case BoundedPool.Done<ConditionCompilation>(var compilation) -> compilation;
            case BoundedPool.Failed<ConditionCompilation>(var why) -> new Refused(Reason.NOT_FEEL, "", why);
            case BoundedPool.Late<ConditionCompilation>(var why) -> new Refused(Reason.TOO_COMPLEX, "", why);
        };
    }

    /**
     * Evaluates with the values of {@code variables}.
     *
     * @param variables text, {@code BigDecimal}, {@code LocalDate}, {@code Boolean}, or null for a value not given;
     *     anything else is refused so that no other object is ever in reach of an expression
     */
    public Verdict evaluate(Condition condition, Map<String, ?> variables) {
        var values = ConditionValues.checked(variables);
        return switch (pool.run(() -> decide(condition, values))) {
            case BoundedPool.Done<Verdict>(var verdict) -> verdict;
            case BoundedPool.Failed<Verdict>(var why) -> new Verdict.Undecided(why);
            case BoundedPool.Late<Verdict>(var why) -> new Verdict.Unavailable(why);
        };
    }

    @Override
    public void close() {
        pool.close();
    }

    private ConditionCompilation parse(String text) {
        var result = feel.parseExpression(text);
        if (!result.isSuccess()) {
            return ConditionText.notFeel(text, result.failure().message());
        }
        var parsed = result.parsedExpression();
        return new SyntaxAllowList()
                .check(parsed.expression())
                .<ConditionCompilation>map(refused -> refused)
                .orElseGet(() -> new Condition(parsed, parsed.getVariableNames()));
    }

    private Verdict decide(Condition condition, Map<String, Object> values) {
        var result = feel.evaluate(condition.parsed(), values);
        if (!result.isSuccess()) {
            return new Verdict.Undecided(firstLine(result.failure().message()));
        }
        if (result.result() instanceof Boolean met) {
            return met ? new Verdict.Met() : new Verdict.NotMet();
        }
        List<String> failures = result.getSuppressedFailures().stream()
                .map(failure -> failure.failureMessage())
                .toList();
        return new Verdict.Undecided(failures.isEmpty() ? "not a boolean" : firstLine(failures.getLast()));
    }

    private static String firstLine(String message) {
        var line = message.lines().findFirst().orElse("");
        return line.length() <= 300 ? line : line.substring(0, 300);
    }
}
