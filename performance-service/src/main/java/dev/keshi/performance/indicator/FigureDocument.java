package dev.keshi.performance.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An imported figure; for one indicator, person and day there is one. */
record FigureDocument(String indicator, String personId, LocalDate on, BigDecimal amount, BigDecimal base) {

    /** As numbers, whatever their zeros at the end. */
    boolean says(@Nullable FigureDocument other) {
        return other != null && amount.compareTo(other.amount) == 0 && base.compareTo(other.base) == 0;
    }
}
