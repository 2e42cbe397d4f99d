package dev.keshi.performance.indicator;

import dev.keshi.performance.scoring.Period;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long what an indicator measures at once lasts: whole months of the calendar. */
public enum IndicatorPeriod {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    IndicatorPeriod(int months) {
        this.months = months;
    }

    /** The one that a day lies in. */
    public Period around(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        var first = LocalDate.of(day.getYear(), month, 1);
        // Within one year, so that the last year there is has its periods too.
        return new Period(first, first.plusMonths(months - 1L).with(TemporalAdjusters.lastDayOfMonth()));
    }
}
