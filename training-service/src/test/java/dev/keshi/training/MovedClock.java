package dev.keshi.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;

/** The real time, and days on top that tests let pass. */
@TestComponent
public class MovedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void letPass(int days) {
        ahead = ahead.plusDays(days);
    }

    /** As the enterprise sees it. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
