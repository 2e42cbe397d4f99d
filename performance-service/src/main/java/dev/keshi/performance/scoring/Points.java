package dev.keshi.performance.scoring;

import java.math.BigDecimal;

/** What a rating or an event gives: 0 to 100, with one decimal at most. */
public record Points(BigDecimal value) {

    public static final int DECIMALS = 1;
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    public Points {
        if (!isValid(value)) {
            throw new IllegalArgumentException("points: " + value);
        }
        value = value.setScale(DECIMALS);
    }

    public static Points of(String text) {
        return new Points(new BigDecimal(text));
    }

    public static boolean isValid(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(MOST) <= 0
                && value.stripTrailingZeros().scale() <= DECIMALS;
    }
}
