package dev.keshi.performance.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person has reached in an indicator.
 *
 * @param value rounded half-even to two decimals; absent when nothing was observed, or there is nothing to divide by
 * @param events how many say something of it
 * @param target absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ValueView(
        String indicator,
        String personId,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable BigDecimal value,
        Unit unit,
        @Nullable BigDecimal target,
        long events) {}
