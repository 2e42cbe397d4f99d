package dev.keshi.risk.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.risk.indicator.IndicatorDocument.Told;
import dev.keshi.risk.monitoring.Rhythm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the next period has the figure that stands in it. */
class FiguresTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void isTheDayAfterThePeriodThatFollowsWhatWasToldLast() {
        var figures = Figures.of(List.of(told(JANUARY, "12")));

        assertThat(figures.nextOn(Rhythm.MONTHLY, Set.of(JANUARY))).hasValue(MARCH);
        assertThat(figures.nextOn(Rhythm.MONTHLY, Set.of(JANUARY, FEBRUARY))).hasValue(APRIL);
        assertThat(figures.nextOn(Rhythm.MONTHLY, Set.of(JANUARY, FEBRUARY, MARCH)))
                .isEmpty();
    }

    /** They came together, so nobody looked in between. */
    @Test
    void aPeriodBetweenTwoOfWhichWasToldIsNotForgotten() {
        var figures = Figures.of(List.of(told(JANUARY, "12"), told(MARCH, "4")));

        assertThat(figures.nextOn(Rhythm.MONTHLY, Set.of(JANUARY, MARCH))).hasValue(MARCH);
        assertThat(figures.nextOn(Rhythm.MONTHLY, Set.of(JANUARY, FEBRUARY, MARCH)))
                .isEmpty();
    }

    @Test
    void whereNothingIsKnownNothingStands() {
        var figures = Figures.of(List.of(told(JANUARY, "12"), told(FEBRUARY, null)));

        assertThat(figures.nextOn(Rhythm.MONTHLY, Set.of(JANUARY))).isEmpty();
    }

    private static Told told(LocalDate period, @Nullable String value) {
        return new Told(
                period,
                value == null ? null : new BigDecimal(value),
                period.atStartOfDay().toInstant(ZoneOffset.UTC),
                LocalDate.of(2026, 3, 31));
    }
}
