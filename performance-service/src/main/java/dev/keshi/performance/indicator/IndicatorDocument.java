package dev.keshi.performance.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it is kept, under its code.
 *
 * @param period how long what is measured at once lasts
 * @param target value to reach; absent when there is none
 */
record IndicatorDocument(
        String code,
        String name,
        @Nullable String nameEn,
        Source source,
        Formula.Kind kind,
        @Nullable Integer limitHours,
        IndicatorPeriod period,
        @Nullable BigDecimal target) {

    Formula formula() {
        return new Formula(source, kind, limitHours);
    }
}
