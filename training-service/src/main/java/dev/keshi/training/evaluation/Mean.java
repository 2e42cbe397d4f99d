package dev.keshi.training.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** A mean as it is shown: half-even to one decimal place. */
final class Mean {

    private Mean() {}

    /** @param mean as the database has reckoned it; absent when there was nothing to take a mean of */
    static @Nullable String ofStored(@Nullable Object mean) {
        return switch (mean) {
            case null -> null;
            case Decimal128 exact -> of(exact.bigDecimalValue());
            case Number number -> of(BigDecimal.valueOf(number.doubleValue()));
            default -> throw new IllegalArgumentException(mean.getClass().getName());
        };
    }

    static String of(BigDecimal mean) {
        return mean.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
