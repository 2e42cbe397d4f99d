package dev.keshi.workflow.condition;

import dev.keshi.workflow.condition.ConditionCompilation.Reason;
import dev.keshi.workflow.condition.ConditionCompilation.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bounds on the text before it meets the parser. The parser backtracks: eight times {@code x in (not(} occupies it for
 * many seconds, and a few hundred brackets exhaust its stack. Without comments, escapes and quoted names a text
 * literal is exactly what stands between two quotation marks, so brackets can be counted reliably.
 */
final class ConditionText {

    /** Brackets open at the same time. */
    static final int MAX_NESTING = 6;

    private ConditionText() {}

    static Optional<Refused> check(String text) {
        if (text.isBlank()) {
            return refused(Reason.EMPTY, "");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > ConditionEvaluator.MAX_BYTES) {
            return refused(Reason.TOO_LONG, "");
        }
        if (text.contains("//") || text.contains("/*") || text.chars().anyMatch(ConditionText::isForbidden)) {
            return refused(Reason.FORBIDDEN_CHARACTER, "");
        }
        return nesting(text) > MAX_NESTING ? refused(Reason.NESTED_TOO_DEEP, "") : Optional.empty();
    }

    private static boolean isForbidden(int c) {
        return c == '\\' || c == '`' || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static int nesting(String text) {
        int open = 0;
        int deepest = 0;
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(c) >= 0) {
                deepest = Math.max(deepest, ++open);
            } else if (!quoted && ")]}".indexOf(c) >= 0) {
                open = Math.max(0, open - 1);
            }
        }
        return deepest;
    }

    private static Optional<Refused> refused(Reason reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
