package dev.keshi.notification;

import dev.keshi.service.time.EnterpriseTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The enterprise's calendar: the real time, and days on top that tests let pass, for all replicas. Tokens know nothing of it. */
@TestConfiguration(proxyBeanMethods = false)
public class MovedDays {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static volatile Duration ahead = Duration.ZERO;

    @Bean
    EnterpriseTime movedTime() {
        return new EnterpriseTime(new Moved(), ZONE);
    }

    public static void letPass(int days) {
        ahead = ahead.plusDays(days);
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(Instant.now().plus(ahead), ZONE);
    }

    private static final class Moved extends Clock {

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
}
