package dev.keshi.performance.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.indicator.Formula.Kind;
import dev.keshi.performance.scoring.Observed;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Period MARCH = new Period(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 3, 31));

    @Test
    void theFirstFiveHundredAreNamedAndTheOthersCountNoLess() {
        var tally = new Tally(
                new IndicatorDocument(
                        "tasks-on-time",
                        "按时",
                        null,
                        Source.WORK_ITEMS,
                        Kind.ON_TIME,
                        null,
                        IndicatorPeriod.MONTH,
                        null,
                        null),
                Scale.PERCENT,
                MARCH);

        IntStream.range(0, 503).forEach(number -> tally.add(done(number, number > 500)));

        var measured = tally.measurement();
        assertThat(measured.named())
                .extracting(Observed::reference)
                .hasSize(500)
                .contains("e-0", "e-499")
                .doesNotContain("e-500", "e-501", "e-502");
        assertThat(measured.rest().events()).isEqualTo(3);
        assertThat(measured.rest().amount()).isEqualByComparingTo("100");
        assertThat(measured.rest().base()).isEqualByComparingTo("3");
        assertThat(measured.events()).isEqualTo(503);
        // 501 of 503 were in time.
        assertThat(measured.figure()).contains(new BigDecimal("99.60"));
    }

    private static Fact done(int number, boolean late) {
        return new Fact("e-" + number, Optional.empty(), false, late, BigDecimal.ONE, BigDecimal.ONE);
    }
}
