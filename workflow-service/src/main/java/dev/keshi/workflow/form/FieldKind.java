package dev.keshi.workflow.form;

import dev.keshi.workflow.form.FieldError.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field takes. Bounds are inclusive. */
public sealed interface FieldKind {

    /** Digits of a number, and digits behind its point. */
    int MAX_DIGITS = 18;

    /** Longest text a field may allow. */
    int MAX_TEXT = 4000;

    /** Length counted in characters as people see them (code points). */
    record Text(int minLength, int maxLength) implements FieldKind {}

    record Number(@Nullable BigDecimal min, @Nullable BigDecimal max, boolean whole) implements FieldKind {}

    record Day(@Nullable LocalDate min, @Nullable LocalDate max) implements FieldKind {}

    record Truth() implements FieldKind {}

    record Choice(List<Option> options) implements FieldKind {

        public Choice {
            options = List.copyOf(options);
        }
    }

    /** One value to choose, with its names for people. */
    record Option(String value, String zh, String en) {}

    /** What came of reading a value. */
    sealed interface Reading {}

    record Read(FormValue value) implements Reading {}

    record Wrong(Code code, String detail) implements Reading {}

    /** Reads a JSON value: text, number or boolean. */
    default Reading read(Object raw) {
        return switch (this) {
            case Text text -> readText(text, raw);
            case Number number -> readNumber(number, raw);
            case Day day -> readDay(day, raw);
            case Truth() -> raw instanceof Boolean truth ? new Read(new FormValue.Truth(truth)) : wrongType("boolean");
            case Choice(var options) ->
                raw instanceof String value
                                && options.stream()
                                        .anyMatch(option -> option.value().equals(value))
                        ? new Read(new FormValue.Text(value))
                        : new Wrong(
                                Code.NOT_A_CHOICE,
                                String.join(
                                        ", ",
                                        options.stream().map(Option::value).toList()));
        };
    }

    private static Reading readText(Text kind, Object raw) {
        if (!(raw instanceof String text)) {
            return wrongType("text");
        }
        if (text.codePoints().anyMatch(FieldKind::isControl)) {
            return new Wrong(Code.NOT_WRITTEN, "");
        }
        int length = text.codePointCount(0, text.length());
        if (length < kind.minLength()) {
            return new Wrong(Code.TOO_SHORT, String.valueOf(kind.minLength()));
        }
        return length > kind.maxLength()
                ? new Wrong(Code.TOO_LONG, String.valueOf(kind.maxLength()))
                : new Read(new FormValue.Text(text));
    }

    /** Other than line breaks and tabs. */
    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private static Reading readNumber(Number kind, Object raw) {
        var number = decimal(raw);
        if (number == null) {
            return wrongType(kind.whole() ? "integer" : "number");
        }
        if (hasTooManyDigits(number)) {
            return new Wrong(Code.TOO_MANY_DIGITS, String.valueOf(MAX_DIGITS));
        }
        if (kind.whole() && number.stripTrailingZeros().scale() > 0) {
            return wrongType("integer");
        }
        return within(new FormValue.Number(number), number, kind.min(), kind.max());
    }

    static boolean hasTooManyDigits(BigDecimal number) {
        return number.scale() > MAX_DIGITS || (long) number.precision() - number.scale() > MAX_DIGITS;
    }

    private static @Nullable BigDecimal decimal(Object raw) {
        return switch (raw) {
            case BigDecimal number -> number;
            case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case java.math.BigInteger number -> new BigDecimal(number);
            default -> null;
        };
    }

    private static Reading readDay(Day kind, Object raw) {
        if (!(raw instanceof String text)) {
            return new Wrong(Code.NOT_A_DATE, "");
        }
        try {
            var day = parseDay(text);
            return within(new FormValue.Day(day), day, kind.min(), kind.max());
        } catch (DateTimeParseException e) {
            return new Wrong(Code.NOT_A_DATE, "");
        }
    }

    /** @throws DateTimeParseException also for a year of more than four digits */
    static LocalDate parseDay(String text) {
        if (text.length() != "2026-01-31".length()) {
            throw new DateTimeParseException("not like 2026-01-31", text, 0);
        }
        return LocalDate.parse(text);
    }

    private static <T> Reading within(FormValue value, Comparable<? super T> actual, @Nullable T min, @Nullable T max) {
        if (min != null && actual.compareTo(min) < 0) {
            return new Wrong(Code.BELOW_MINIMUM, min.toString());
        }
        return max != null && actual.compareTo(max) > 0
                ? new Wrong(Code.ABOVE_MAXIMUM, max.toString())
                : new Read(value);
    }

    private static Reading wrongType(String expected) {
        return new Wrong(Code.WRONG_TYPE, expected);
    }
}
