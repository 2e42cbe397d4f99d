package dev.keshi.performance.indicator;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it is kept, under its code.
 *
 * @param period how long what is measured at once lasts
 * @param target value to reach; absent when there is none
 * @param better as it was said; absent when it was not, and of indicators from before it was kept
 */
record IndicatorDocument(
        String code,
        String name,
        @Nullable String nameEn,
        Source source,
        Formula.Kind kind,
        @Nullable Integer limitHours,
        IndicatorPeriod period,
        @Nullable BigDecimal target,
        @Nullable Better better) {

    /** Which way is the good one; empty when nobody has said it. */
    Optional<Better> whichIsBetter() {
        return formula().better(Optional.ofNullable(better));
    }

    Formula formula() {
        return new Formula(source, kind, limitHours);
    }
}
