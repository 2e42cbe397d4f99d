package dev.keshi.workflow.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets only plain values through to an expression. */
final class ConditionValues {

    private ConditionValues() {}

    static Map<String, Object> checked(Map<String, ?> variables) {
        var values = new HashMap<String, Object>();
        variables.forEach((name, value) -> put(values, name, value));
        return values;
    }

    @SuppressWarnings("NullAway") // a variable without a value is null for FEEL, a HashMap takes it
    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        switch (value) {
            case null -> values.put(name, null);
            case String text -> values.put(name, text);
            case BigDecimal number -> values.put(name, number);
            case LocalDate day -> values.put(name, day);
            case Boolean truth -> values.put(name, truth);
            default -> throw new IllegalArgumentException("no value for a condition: " + name);
        }
    }
}
