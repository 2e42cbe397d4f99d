package dev.keshi.reporting.figure;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Months that figures are asked for, both ends included. */
public record MonthSpan(YearMonth first, YearMonth last) {

    static final int MOST = 24;
    private static final int USUAL = 12;

    /** @throws FigureProblem when it ends before it begins, or is longer than 24 months */
    public MonthSpan {
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months < 1) {
            throw new FigureProblem.PeriodReversed();
        }
        if (months > MOST) {
            throw new FigureProblem.PeriodTooLong(MOST);
        }
    }

    /** What is not given is the present month, and as many before the last as make a year. */
    static MonthSpan of(Optional<YearMonth> from, Optional<YearMonth> to, YearMonth present) {
        var last = to.orElse(present);
        return new MonthSpan(from.orElse(last.minusMonths(USUAL - 1L)), last);
    }

    List<String> each() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(YearMonth::toString)
                .toList();
    }
}
