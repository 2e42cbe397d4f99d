package dev.keshi.performance.indicator.web;

import dev.keshi.performance.indicator.Formula;
import dev.keshi.performance.indicator.IndicatorProblem;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads the name of a formula. A formula is chosen and never computed from text; but whoever writes one down that divides by zero or by text
 * is told that, before being told which there are.
 */
final class WrittenFormula extends ValueDeserializer<Formula.Kind> {

    /** What stands behind a division, up to the next sign. */
    private static final Pattern DIVISOR = Pattern.compile("[/÷][\\s(]*[-+]?([^-+*/÷()\\s]+)");

    private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?|\\.0+");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    @Override
    public Formula.Kind deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Formula.Kind) context.handleUnexpectedToken(Formula.Kind.class, parser);
        }
        var text = parser.getString();
        return Stream.of(Formula.Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseGet(() -> refuse(text, context));
    }

    private static Formula.Kind refuse(String text, DeserializationContext context) {
        var divisors =
                DIVISOR.matcher(text).results().map(divided -> divided.group(1)).toList();
        if (divisors.stream().anyMatch(divisor -> ZERO.matcher(divisor).matches())) {
            throw refusal(new IndicatorProblem.DividesByZero(List.of()));
        }
        if (divisors.stream().anyMatch(divisor -> !NUMBER.matcher(divisor).matches())) {
            throw refusal(new IndicatorProblem.DividesByText(List.of()));
        }
        return (Formula.Kind) context.handleWeirdStringValue(Formula.Kind.class, text, "not one of the formulas");
    }

    /** The reader of the body lets a described refusal through, and would call any other one an invalid value. */
    private static RuntimeException refusal(IndicatorProblem problem) {
        return new IndicatorProblems().describe(problem).toException();
    }
}
