package dev.keshi.service.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Days and instants as people and programs write them, in ISO 8601. Java knows a thousand million years, other calendars and stores do not, and
 * more than four digits are no longer in order as text.
 */
public final class WrittenTime {

    /** The days after it have four digits as well. */
    private static final int LAST_YEAR = 9998;

    private WrittenTime() {}

    /** @throws DateTimeException unless it is a day of the years 1 to 9998 */
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        requireYear(day, text);
        return day;
    }

    /** @throws DateTimeException unless it is an instant of the years 1 to 9998 in UTC */
    public static Instant instant(String text) {
        var instant = Instant.parse(text);
        requireYear(instant.atOffset(ZoneOffset.UTC), text);
        return instant;
    }

    private static void requireYear(TemporalAccessor time, String text) {
        int year = time.get(ChronoField.YEAR);
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("not of the years 1 to " + LAST_YEAR + ": " + text);
        }
    }
}
