package dev.keshi.workflow.workplan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** On which days something recurs: once in each of its periods. A day that a month does not have is its last one. */
public sealed interface Recurrence {

    int LAST_DAY = 31;
    int MONTHS_OF_QUARTER = 3;
    int MONTHS_OF_YEAR = 12;

    /** From Monday to Friday. */
    record Daily() implements Recurrence {}

    record Weekly(DayOfWeek on) implements Recurrence {}

    /** @param day of the month, 1 to 31 */
    record Monthly(int day) implements Recurrence {
        public Monthly {
            require("day", day, LAST_DAY);
        }
    }

    /**
     * @param month of the quarter, 1 to 3
     * @param day of the month, 1 to 31
     */
    record Quarterly(int month, int day) implements Recurrence {
        public Quarterly {
            require("month", month, MONTHS_OF_QUARTER);
            require("day", day, LAST_DAY);
        }
    }

    /**
     * @param month 1 to 12
     * @param day of the month, 1 to 31
     */
    record Yearly(int month, int day) implements Recurrence {
        public Yearly {
            require("month", month, MONTHS_OF_YEAR);
            require("day", day, LAST_DAY);
        }
    }

    /** The first day that it falls on, this one or later. */
    default LocalDate onOrAfter(LocalDate day) {
        return switch (this) {
            case Daily() ->
                day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                        ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        : day;
            case Weekly(var on) -> day.with(TemporalAdjusters.nextOrSame(on));
            case Monthly(var dayOfMonth) -> onOrAfter(day, day.withDayOfMonth(1), 1, 1, dayOfMonth);
            case Quarterly(var month, var dayOfMonth) ->
                onOrAfter(day, day.with(IsoFields.DAY_OF_QUARTER, 1), MONTHS_OF_QUARTER, month, dayOfMonth);
            case Yearly(var month, var dayOfMonth) ->
                onOrAfter(day, day.withDayOfYear(1), MONTHS_OF_YEAR, month, dayOfMonth);
        };
    }

    /**
     * The period that a day lies in, as it stands in references: {@code 2026-03-31}, {@code 2026-W14} (ISO 8601), {@code 2026-03},
     * {@code 2026-Q1} or {@code 2026}. Those of two frequencies are never the same.
     */
    default String periodOf(LocalDate day) {
        return switch (this) {
            case Daily() -> day.toString();
            case Weekly _ ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case Monthly _ -> YearMonth.from(day).toString();
            case Quarterly _ ->
                String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case Yearly _ -> String.format(Locale.ROOT, "%04d", day.getYear());
        };
    }

    default Frequency frequency() {
        return switch (this) {
            case Daily() -> Frequency.DAILY;
            case Weekly _ -> Frequency.WEEKLY;
            case Monthly _ -> Frequency.MONTHLY;
            case Quarterly _ -> Frequency.QUARTERLY;
            case Yearly _ -> Frequency.YEARLY;
        };
    }

    /**
     * @param period first day of the period of the day
     * @param months how long a period is
     * @param month which month of it, from 1
     */
    private static LocalDate onOrAfter(LocalDate day, LocalDate period, int months, int month, int dayOfMonth) {
        var here = clamped(period.plusMonths(month - 1L), dayOfMonth);
        return here.isBefore(day) ? clamped(period.plusMonths(months + month - 1L), dayOfMonth) : here;
    }

    private static LocalDate clamped(LocalDate firstOfMonth, int dayOfMonth) {
        return firstOfMonth.withDayOfMonth(Math.min(dayOfMonth, firstOfMonth.lengthOfMonth()));
    }

    private static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + ": " + value);
        }
    }
}
