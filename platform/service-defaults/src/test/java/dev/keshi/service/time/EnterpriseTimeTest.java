package dev.keshi.service.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EnterpriseTimeTest {

    private static final Clock EVENING_IN_LONDON = Clock.fixed(Instant.parse("2026-11-21T17:00:00Z"), ZoneOffset.UTC);

    @Test
    void theDayIsThatOfTheEnterprise() {
        assertThat(new EnterpriseTime(EVENING_IN_LONDON, ZoneId.of("Asia/Shanghai")).today())
                .isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(new EnterpriseTime(EVENING_IN_LONDON, ZoneId.of("Europe/London")).today())
                .isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void theInstantIsTheSameEverywhere() {
        assertThat(new EnterpriseTime(EVENING_IN_LONDON, ZoneId.of("Asia/Shanghai")).now())
                .isEqualTo(EVENING_IN_LONDON.instant());
    }
}
