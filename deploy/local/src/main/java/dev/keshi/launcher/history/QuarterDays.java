package dev.keshi.launcher.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Which days a quarter has.
 *
 * @param number from 1
 */
record QuarterDays(int number, LocalDate first) {

    /** How many. */
    static final int COUNT = 91;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime TEN = LocalTime.of(10, 0);

    /** @param day after the first, which is 0 */
    LocalDate day(int day) {
        return first.plusDays(day);
    }

    LocalDate last() {
        return day(COUNT - 1);
    }

    Instant beginning() {
        return first.atStartOfDay(ZONE).toInstant();
    }

    /** At ten o'clock of that day. */
    Instant at(int day) {
        return day(day).atTime(TEN).atZone(ZONE).toInstant();
    }
}
