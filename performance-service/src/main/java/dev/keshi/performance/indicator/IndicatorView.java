package dev.keshi.performance.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An indicator.
 *
 * @param limitHours how long is in time; with IN_TIME only
 * @param unit of its values and its target
 * @param target absent when there is none
 * @param better which way is the good one; absent when neither the formula nor whoever defined it says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorView(
        String code,
        String name,
        @Nullable String nameEn,
        Source source,
        Formula.Kind formula,
        @Nullable Integer limitHours,
        Unit unit,
        IndicatorPeriod period,
        @Nullable BigDecimal target,
        @Nullable Better better) {

    static IndicatorView of(IndicatorDocument indicator) {
        return new IndicatorView(
                indicator.code(),
                indicator.name(),
                indicator.nameEn(),
                indicator.source(),
                indicator.kind(),
                indicator.limitHours(),
                indicator.formula().unit(),
                indicator.period(),
                indicator.target(),
                indicator.whichIsBetter().orElse(null));
    }
}
