package dev.keshi.risk.monitoring;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** How often a figure is taken. A period is named by its first day; weeks begin on Monday. */
public enum Rhythm {
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY;

    /** First day of the period that a day belongs to. */
    public LocalDate periodOf(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.with(IsoFields.DAY_OF_QUARTER, 1);
        };
    }

    /** First day of the period after this one. */
    public LocalDate following(LocalDate period) {
        return switch (this) {
            case DAILY -> period.plusDays(1);
            case WEEKLY -> period.plusWeeks(1);
            case MONTHLY -> period.plusMonths(1);
            case QUARTERLY -> period.plusMonths(3);
        };
    }
}
