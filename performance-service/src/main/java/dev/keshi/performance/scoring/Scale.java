package dev.keshi.performance.scoring;

import java.math.BigDecimal;

/**
 * How a figure becomes points: none at one figure, 100 at another, in between in a straight line, beyond them no less and no more.
 *
 * @param fullAt below {@code zeroAt} where less is better
 */
public record Scale(BigDecimal zeroAt, BigDecimal fullAt) {

    /** A percentage is its points. */
    public static final Scale PERCENT = new Scale(BigDecimal.ZERO, BigDecimal.valueOf(100));

    private static final long FULL = 100;
    private static final Fraction MOST = Fraction.of(BigDecimal.valueOf(FULL));

    /** @throws ScoringProblem.ScaleWithoutWidth when both figures are the same */
    public Scale {
        if (zeroAt.compareTo(fullAt) == 0) {
            throw new ScoringProblem.ScaleWithoutWidth();
        }
    }

    /** Of 0 to 100. */
    Fraction points(Fraction figure) {
        var zero = Fraction.of(zeroAt);
        var points =
                figure.minus(zero).dividedBy(Fraction.of(fullAt).minus(zero)).times(FULL);
        if (points.compareTo(Fraction.ZERO) < 0) {
            return Fraction.ZERO;
        }
        return points.compareTo(MOST) > 0 ? MOST : points;
    }
}
