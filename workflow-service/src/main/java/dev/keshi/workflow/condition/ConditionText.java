package dev.keshi.workflow.condition;

import static java.lang.Integer.parseInt;

import dev.keshi.workflow.condition.ConditionCompilation.Reason;
import dev.keshi.workflow.condition.ConditionCompilation.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bounds on the text before it meets the parser. The parser backtracks: eight times {@code x in (not(} occupies it for
 * many seconds, and a few hundred brackets exhaust its stack. Without comments, escapes and quoted names a text
 * literal is exactly what stands between two quotation marks, so brackets can be counted reliably.
 */
final class ConditionText {

    /** Brackets open at the same time. */
    static final int MAX_NESTING = 6;

    private static final int MAX_SHOWN = 60;
    private static final int MAX_PARSER_MESSAGE = 300;
    private static final Pattern PLACE = Pattern.compile(":(\\d{1,6}):(\\d{1,6}), found \".*\"$");

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

    /** Says from where on the text cannot be understood, which is how the parser's words end. */
    static Refused notFeel(String text, String parserMessage) {
        var words = parserMessage.replaceAll("\\s+", " ");
        var place = PLACE.matcher(words);
        var rest = place.find() ? from(text, parseInt(place.group(1)), parseInt(place.group(2))) : text;
        return new Refused(
                Reason.NOT_FEEL,
                shortened(rest.isBlank() ? text : rest, MAX_SHOWN).strip(),
                shortened(words, MAX_PARSER_MESSAGE));
    }

    private static String from(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.substring(Math.min(text.length(), start + column - 1));
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
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
