package dev.keshi.performance.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number, in lowest terms: a third stays a third until the total is made. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);
    private static final int WHOLE = 100;
    private static final String OVER = "/";

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator: " + denominator);
        }
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** As {@link #text} writes it. */
    public static Fraction ofText(String text) {
        int over = text.indexOf(OVER);
        return new Fraction(new BigInteger(text.substring(0, over)), new BigInteger(text.substring(over + 1)));
    }

    /** Numerator and denominator: {@code 200/3}. */
    public String text() {
        return numerator + OVER + denominator;
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    Fraction times(long factor) {
        return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    public Fraction dividedBy(long divisor) {
        return dividedBy(new Fraction(BigInteger.valueOf(divisor), BigInteger.ONE));
    }

    /** @throws ArithmeticException by zero */
    Fraction dividedBy(Fraction divisor) {
        if (divisor.isZero()) {
            throw new ArithmeticException("divided by zero");
        }
        var sign = BigInteger.valueOf(divisor.numerator.signum());
        return new Fraction(
                numerator.multiply(divisor.denominator).multiply(sign), denominator.multiply(divisor.numerator.abs()));
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    /** Half-even. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
    }

    /** How much of a whole a part is, half-even to one decimal. */
    public static BigDecimal percent(int part, int whole) {
        return new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole)).percent(Total.DECIMALS);
    }

    /** A part of one, half-even. */
    BigDecimal percent(int decimals) {
        return times(WHOLE).rounded(decimals);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
