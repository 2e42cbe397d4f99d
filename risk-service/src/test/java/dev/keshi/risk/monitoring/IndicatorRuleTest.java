package dev.keshi.risk.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorRuleTest {

    @Test
    void aThresholdBelowItsOwnRecoveryLevelIsRefused() {
        assertThatExceptionOfType(RuleProblem.ThresholdBelowRecovery.class)
                .isThrownBy(() -> rule(Direction.ABOVE, "8", "10"));
    }

    @Test
    void soIsItsMirror() {
        assertThatExceptionOfType(RuleProblem.ThresholdAboveRecovery.class)
                .isThrownBy(() -> rule(Direction.BELOW, "95", "90"));
    }

    @Test
    void oneLevelForBothIsRefusedHoweverItIsWritten() {
        assertThatExceptionOfType(RuleProblem.NoHysteresis.class)
                .isThrownBy(() -> rule(Direction.ABOVE, "10", "10.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY,2026-03-04,2026-03-04,2026-03-05",
        "WEEKLY,2026-03-04,2026-03-02,2026-03-09",
        "WEEKLY,2026-03-01,2026-02-23,2026-03-02",
        "MONTHLY,2026-03-31,2026-03-01,2026-04-01",
        "MONTHLY,2024-02-29,2024-02-01,2024-03-01",
        "QUARTERLY,2026-03-31,2026-01-01,2026-04-01",
        "QUARTERLY,2026-12-31,2026-10-01,2027-01-01"
    })
    void aPeriodIsNamedByItsFirstDay(Rhythm rhythm, LocalDate day, LocalDate period, LocalDate following) {
        assertThat(rhythm.periodOf(day)).isEqualTo(period);
        assertThat(rhythm.periodOf(period)).isEqualTo(period);
        assertThat(rhythm.following(period)).isEqualTo(following);
    }

    private static IndicatorRule rule(Direction direction, String threshold, String recovery) {
        return new IndicatorRule(direction, new BigDecimal(threshold), new BigDecimal(recovery), 1, Rhythm.DAILY);
    }
}
