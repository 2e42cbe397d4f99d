package dev.keshi.training.assignment;

import dev.keshi.training.trainee.TraineeFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The figure of an indicator in a period, as it stood when it was looked at; in its own unit, never in points.
 *
 * @param valueId follows from indicator, person and period
 * @param target to be reached; above zero
 * @param unit of value and target
 */
record PeriodFigure(
        String indicator,
        String valueId,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal value,
        BigDecimal target,
        TraineeFact.Better better,
        String unit) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Empty where there is nothing to compare: no value, no target, or nobody has said which way is the good one. */
    static Optional<PeriodFigure> of(TraineeFact.Figure figure) {
        var value = figure.value();
        var target = figure.target().filter(one -> one.signum() > 0);
        var better = figure.better();
        return value.isEmpty() || target.isEmpty() || better.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeriodFigure(
                        figure.indicator(),
                        figure.valueId(),
                        figure.period().first(),
                        figure.period().last(),
                        value.get(),
                        target.get(),
                        better.get(),
                        figure.unit()));
    }

    /**
     * Whether it reaches less than so many percent of the target: the value of the target where more is better, the target of the value
     * where less is.
     */
    boolean reachesLessThan(BigDecimal percent) {
        return switch (better) {
            case MORE -> value.multiply(ALL).compareTo(target.multiply(percent)) < 0;
            case LESS -> target.multiply(ALL).compareTo(value.multiply(percent)) < 0;
        };
    }

    /** Whether nobody is told another value; how many places it is written with, and a target that moved, tell nothing. */
    boolean saysTheSameAs(PeriodFigure other) {
        return valueId.equals(other.valueId)
                && value.compareTo(other.value) == 0
                && better == other.better
                && unit.equals(other.unit);
    }

    boolean isBetterThan(PeriodFigure other) {
        return switch (better) {
            case MORE -> value.compareTo(other.value) > 0;
            case LESS -> value.compareTo(other.value) < 0;
        };
    }

    /** Whether at least half of its period came with a day or later. */
    boolean isOfWorkAfter(LocalDate day) {
        return days().areMostlySince(day);
    }

    TraineeFact.Days days() {
        return new TraineeFact.Days(firstDay, lastDay);
    }
}
