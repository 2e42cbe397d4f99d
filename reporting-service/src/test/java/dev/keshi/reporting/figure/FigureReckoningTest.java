package dev.keshi.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureReckoningTest {

    private static final YearMonth PRESENT = YearMonth.parse("2026-11");

    @Test
    void hoursAndPercentHaveOneDecimalAndAreAbsentWhereNothingWasDone() {
        assertThat(FigureQueries.hours(5400.0)).hasToString("1.5");
        assertThat(FigureQueries.hours(180.0)).hasToString("0.0");
        assertThat(FigureQueries.hours(540.0)).hasToString("0.2");
        assertThat(FigureQueries.hours(null)).isNull();
        assertThat(FigureQueries.percent(2, 3)).hasToString("66.7");
        assertThat(FigureQueries.percent(1, 16)).hasToString("6.2");
        assertThat(FigureQueries.percent(3, 16)).hasToString("18.8");
        assertThat(FigureQueries.percent(0, 0)).isNull();
    }

    @Test
    void withoutWordsItIsTheYearThatEndsWithThePresentMonth() {
        var year = MonthSpan.of(Optional.empty(), Optional.empty(), PRESENT);

        assertThat(year.each()).hasSize(12).startsWith("2025-12").endsWith("2026-11");
        assertThat(MonthSpan.of(Optional.of(PRESENT), Optional.empty(), PRESENT).each())
                .containsExactly("2026-11");
    }

    @Test
    void aSpanBeginsBeforeItEndsAndIsNotLongerThanTwoYears() {
        assertThatThrownBy(() -> new MonthSpan(PRESENT, PRESENT.minusMonths(1)))
                .isInstanceOf(FigureProblem.PeriodReversed.class);
        assertThatThrownBy(() -> new MonthSpan(PRESENT.minusMonths(24), PRESENT))
                .isInstanceOf(FigureProblem.PeriodTooLong.class);
        assertThat(new MonthSpan(PRESENT.minusMonths(23), PRESENT).each()).hasSize(24);
    }
}
