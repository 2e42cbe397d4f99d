package dev.keshi.risk.register;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount, exact.
 *
 * @param amount not negative, two decimals at most
 * @param currency ISO 4217, three letters
 */
public record Money(BigDecimal amount, String currency) {

    private static final int DECIMALS = 2;
    private static final Pattern THREE_LETTERS = Pattern.compile("[A-Z]{3}");

    public Money {
        if (amount.signum() < 0
                || amount.scale() > DECIMALS
                || !THREE_LETTERS.matcher(currency).matches()) {
            throw new IllegalArgumentException("money: " + amount + " " + currency);
        }
    }
}
