package dev.keshi.org.imports.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as people and spreadsheets write them, year first: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301. */
final class Dates {

    private static final Pattern PARTS = Pattern.compile(
            "(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))" + "(?:[ T]0{1,2}:00(?::00)?)?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private Dates() {}

    static Optional<LocalDate> read(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        boolean separated = parts.group(2) != null;
        int month = Integer.parseInt(parts.group(separated ? 2 : 4));
        int day = Integer.parseInt(parts.group(separated ? 3 : 5));
        try {
            var date = LocalDate.of(year, month, day);
            return year >= EARLIEST && year <= LATEST ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
