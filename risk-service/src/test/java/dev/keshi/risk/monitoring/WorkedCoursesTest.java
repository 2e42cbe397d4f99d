package dev.keshi.risk.monitoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of daily figures worked by hand. */
class WorkedCoursesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    /** A dot is a day without a value; warnings are told as day raised-day recovered, days counted from 1. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a single breach is enough                            | ABOVE | 10  | 8  | 1 | 9 10 9 9            | 2-
        reaching the threshold is a breach                   | ABOVE | 10  | 8  | 1 | 9.99 10.00          | 2-
        just short of it is none                             | ABOVE | 10  | 8  | 1 | 9.99 9.999          | none
        reaching the recovery level recovers                 | ABOVE | 10  | 8  | 1 | 11 8                | 1-2
        just above it does not                               | ABOVE | 10  | 8  | 1 | 11 8.01             | 1-
        between the two nothing happens                      | ABOVE | 10  | 8  | 1 | 11 9 11 9 11 9 12   | 1-
        after a recovery it may warn again                   | ABOVE | 10  | 8  | 1 | 11 7 11 7 11        | 1-2 3-4 5-
        two in a row                                         | ABOVE | 10  | 8  | 2 | 11 9 11 11          | 4-
        alternating breaches never make two in a row         | ABOVE | 10  | 8  | 2 | 11 9 11 9 11 9      | none
        three in a row, counted from the last good one       | ABOVE | 10  | 8  | 3 | 11 11 9 11 11 11 11 | 6-
        a day without a value begins the count anew          | ABOVE | 10  | 8  | 2 | 11 . 11 11          | 4-
        a day without a value ends no warning                | ABOVE | 10  | 8  | 1 | 11 . . 11           | 1-
        a recovery needs one value only                      | ABOVE | 10  | 8  | 3 | 11 11 11 8 11        | 3-4
        on time below ninety percent                         | BELOW | 90  | 95 | 1 | 96 90 92 94 95      | 2-5
        below, two in a row                                  | BELOW | 90  | 95 | 2 | 89 91 89 88          | 4-
        below zero                                           | BELOW | -5  | 0  | 1 | -4 -5 -1 0          | 2-4
        above zero from below                                | ABOVE | 0   | -2 | 1 | -1 0 -1 -2          | 2-4
        a wide band between                                  | ABOVE | 100 | 20 | 1 | 150 21 99 20 99     | 1-4
        no values at all                                     | ABOVE | 10  | 8  | 1 | .                   | none
        """)
    void comeOutAsWorkedByHand(
            String name,
            Direction direction,
            BigDecimal threshold,
            BigDecimal recovery,
            int breaches,
            String figures,
            String warnings) {
        var values = new TreeMap<LocalDate, BigDecimal>();
        var row = figures.split(" ");
        for (int day = 0; day < row.length; day++) {
            if (!row[day].equals(".")) {
                values.put(FIRST.plusDays(day), new BigDecimal(row[day]));
            }
        }

        var course = Course.of(
                new IndicatorRule(direction, threshold, recovery, breaches, Rhythm.DAILY), Standing.unknown(), values);

        var told = course.episodes().stream()
                .map(episode -> day(episode.since())
                        + "-"
                        + episode.until().map(WorkedCoursesTest::day).orElse(""))
                .collect(joining(" "));
        assertThat(told.isEmpty() ? "none" : told).isEqualTo(warnings);
    }

    private static String day(LocalDate date) {
        return String.valueOf(FIRST.until(date).getDays() + 1);
    }
}
