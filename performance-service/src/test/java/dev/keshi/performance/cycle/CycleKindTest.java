package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.ScoringRules;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CycleKindTest {

    @Test
    void calendarMonthsOfAnyYearFitTheirKindAndNoOther() {
        for (var first = LocalDate.of(2023, 1, 1); first.getYear() < 2025; first = first.plusMonths(1)) {
            assertThat(kind(first, first.plusMonths(1))).isEqualTo(CycleKind.MONTHLY);
            assertThat(kind(first, first.plusMonths(3))).isEqualTo(CycleKind.QUARTERLY);
            assertThat(kind(first, first.plusMonths(6))).isEqualTo(CycleKind.HALF_YEARLY);
            assertThat(kind(first, first.plusMonths(12))).isEqualTo(CycleKind.ANNUAL);
        }
        assertThat(Arrays.stream(CycleKind.values()))
                .noneMatch(kind -> kind.fits(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)))
                .noneMatch(kind -> kind.fits(LocalDate.MIN, LocalDate.MAX));
    }

    @Test
    void theUsualMinimumOfDaysIsNeverMoreThanHalfOfThePeriod() {
        assertThat(usual("2026-02-01", "2026-02-28")).isEqualTo(14);
        assertThat(usual("2026-01-01", "2026-01-31")).isEqualTo(15);
        assertThat(usual("2026-01-01", "2026-03-31")).isEqualTo(30);
        assertThat(usual("2026-01-01", "2026-12-31")).isEqualTo(30);
        assertThat(usual("2026-01-01", "2026-01-01")).isEqualTo(1);
    }

    private static int usual(String first, String last) {
        return ScoringRules.usualMinimumDays(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static CycleKind kind(LocalDate first, LocalDate end) {
        var fitting = Arrays.stream(CycleKind.values())
                .filter(kind -> kind.fits(first, end.minusDays(1)))
                .toList();
        assertThat(fitting).hasSize(1);
        return fitting.getFirst();
    }
}
