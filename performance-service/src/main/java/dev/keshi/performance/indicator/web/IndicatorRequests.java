package dev.keshi.performance.indicator.web;

import dev.keshi.performance.indicator.Better;
import dev.keshi.performance.indicator.Formula;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.IndicatorDefinition;
import dev.keshi.performance.indicator.IndicatorPeriod;
import dev.keshi.performance.indicator.Source;
import dev.keshi.service.text.WrittenText;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What callers send about indicators. */
final class IndicatorRequests {

    private static final int NAME = 100;

    private IndicatorRequests() {}

    /**
     * @param limitHours how long is in time; with IN_TIME only
     * @param better which way is the good one: for COUNT, RATIO, GROWTH, MEAN and SUM; the other formulas say it themselves
     */
    record DefineIndicator(
            @NotNull @Pattern(regexp = IndicatorCode.SHAPE) String code,

            @NotNull @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String name,

            @Nullable @Size(min = 1, max = NAME) @Pattern(regexp = WrittenText.ONE_LINE)
            String nameEn,

            @NotNull Source source,

            @NotNull @JsonDeserialize(using = WrittenFormula.class)
            Formula.Kind formula,

            @Nullable @Min(1) @Max(Formula.LONGEST_LIMIT) Integer limitHours,
            @NotNull IndicatorPeriod period,
            @Nullable @Digits(integer = 12, fraction = 4) BigDecimal target,
            @Nullable Better better) {

        IndicatorDefinition toDefinition() {
            return new IndicatorDefinition(
                    new IndicatorCode(code),
                    name,
                    Optional.ofNullable(nameEn),
                    new Formula(source, formula, limitHours),
                    period,
                    Optional.ofNullable(target),
                    Optional.ofNullable(better));
        }
    }
}
