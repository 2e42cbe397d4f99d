package dev.keshi.performance.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IndicatorPeriodTest {

    @Test
    void aPeriodEndsWithAMonthOfTheSameYear() {
        var day = LocalDate.of(2024, 2, 29);

        assertThat(IndicatorPeriod.MONTH.around(day)).isEqualTo(new Period(LocalDate.of(2024, 2, 1), day));
        assertThat(IndicatorPeriod.QUARTER.around(day))
                .isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31)));
        assertThat(IndicatorPeriod.HALF_YEAR.around(LocalDate.of(2023, 12, 31)))
                .isEqualTo(new Period(LocalDate.of(2023, 7, 1), LocalDate.of(2023, 12, 31)));
        assertThat(IndicatorPeriod.YEAR.around(LocalDate.MAX).last()).isEqualTo(LocalDate.MAX);
    }
}
