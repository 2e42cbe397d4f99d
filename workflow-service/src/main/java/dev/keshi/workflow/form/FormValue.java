package dev.keshi.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value of a request, checked against its field. */
public sealed interface FormValue {

    /** Text, also the chosen value of a choice. */
    record Text(String text) implements FormValue {}

    /** A decimal of at most {@value FieldKind#MAX_DIGITS} digits; also whole numbers. */
    record Number(BigDecimal number) implements FormValue {}

    record Day(LocalDate day) implements FormValue {}

    record Truth(boolean truth) implements FormValue {}

    /** As a condition sees it: String, BigDecimal, LocalDate or Boolean. */
    default Object plain() {
        return switch (this) {
            case Text(var text) -> text;
            case Number(var number) -> number;
            case Day(var day) -> day;
            case Truth(var truth) -> truth;
        };
    }
}
