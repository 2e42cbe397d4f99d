package dev.keshi.service.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The enterprise's calendar. Instants are stored in UTC; days, deadlines and "today" are those of this zone.
 *
 * @param zone {@code KESHI_ENTERPRISE_TIME_ZONE}, Asia/Shanghai unless set
 */
public record EnterpriseTime(Clock clock, ZoneId zone) {

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
