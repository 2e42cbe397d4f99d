package dev.keshi.performance.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The points somebody has reached: 0.0 to 100.0. Nothing on the way to it is rounded; it is, half-even, to one
 * decimal.
 */
public record Total(BigDecimal value) implements Comparable<Total> {

    public static final int DECIMALS = 1;

    public Total {
        value = value.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    static Total rounded(Fraction exact) {
        return new Total(exact.rounded(DECIMALS));
    }

    public static Total of(String text) {
        return new Total(new BigDecimal(text));
    }

    @Override
    public int compareTo(Total other) {
        return value.compareTo(other.value);
    }
}
