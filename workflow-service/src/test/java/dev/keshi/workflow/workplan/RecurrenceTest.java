package dev.keshi.workflow.workplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrenceTest {

    @Test
    void aDayThatAMonthDoesNotHaveIsItsLastOne() {
        assertThat(days(new Recurrence.Monthly(31), "2027-12-15", 5))
                .containsExactly("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30");
        assertThat(days(new Recurrence.Monthly(30), "2027-02-01", 3))
                .containsExactly("2027-02-28", "2027-03-30", "2027-04-30");
        assertThat(days(new Recurrence.Monthly(29), "2100-02-01", 2)).containsExactly("2100-02-28", "2100-03-29");
    }

    @Test
    void theLastDayOfFebruaryComesEveryYear() {
        assertThat(days(new Recurrence.Yearly(2, 29), "2027-01-01", 3))
                .containsExactly("2027-02-28", "2028-02-29", "2029-02-28");
        assertThat(days(new Recurrence.Yearly(2, 29), "2028-02-29", 2)).containsExactly("2028-02-29", "2029-02-28");
    }

    @Test
    void quartersGoOnInTheNextYear() {
        assertThat(days(new Recurrence.Quarterly(2, 31), "2027-08-31", 4))
                .containsExactly("2027-08-31", "2027-11-30", "2028-02-29", "2028-05-31");
        assertThat(days(new Recurrence.Quarterly(3, 31), "2027-12-31", 2)).containsExactly("2027-12-31", "2028-03-31");
    }

    @Test
    void weeksGoOnInTheNextYear() {
        var thursdays = new Recurrence.Weekly(DayOfWeek.THURSDAY);

        assertThat(days(thursdays, "2026-12-31", 2)).containsExactly("2026-12-31", "2027-01-07");
        assertThat(thursdays.periodOf(day("2026-12-31"))).isEqualTo("2026-W53");
        assertThat(thursdays.periodOf(day("2027-01-02"))).isEqualTo("2026-W53");
        assertThat(thursdays.periodOf(day("2027-01-07"))).isEqualTo("2027-W01");
    }

    @Test
    void dailyWorkComesFromMondayToFriday() {
        assertThat(days(new Recurrence.Daily(), "2026-12-30", 4))
                .containsExactly("2026-12-30", "2026-12-31", "2027-01-01", "2027-01-04");
        assertThat(new Recurrence.Daily().onOrAfter(day("2027-01-02"))).isEqualTo(day("2027-01-04"));
    }

    @Test
    void periodsOfTwoFrequenciesAreNeverTheSame() {
        assertThat(all().map(one -> one.periodOf(day("2026-03-31"))).distinct())
                .containsExactly("2026-03-31", "2026-W14", "2026-03", "2026-Q1", "2026");
    }

    /** Over eight years with two leap years, from every day. */
    @ParameterizedTest
    @MethodSource("all")
    void eachPeriodHasOneDayAndTheNextOneIsFoundFromEveryDayBefore(Recurrence recurrence) {
        var end = day("2033-12-31");
        var periods = new HashSet<String>();
        var seen = day("2025-12-31");
        for (var next = recurrence.onOrAfter(day("2026-01-01"));
                !next.isAfter(end);
                next = recurrence.onOrAfter(next.plusDays(1))) {
            assertThat(periods.add(recurrence.periodOf(next))).as("%s", next).isTrue();
            for (var day = seen.plusDays(1); !day.isAfter(next); day = day.plusDays(1)) {
                assertThat(recurrence.onOrAfter(day)).as("from %s", day).isEqualTo(next);
            }
            seen = next;
        }
        assertThat(periods).hasSize(PERIODS_IN_EIGHT_YEARS.get(recurrence.frequency()));
    }

    /** 2,087 days from Monday to Friday, and 417 Tuesdays. */
    private static final Map<Frequency, Integer> PERIODS_IN_EIGHT_YEARS = Map.of(
            Frequency.DAILY,
            2087,
            Frequency.WEEKLY,
            417,
            Frequency.MONTHLY,
            96,
            Frequency.QUARTERLY,
            32,
            Frequency.YEARLY,
            8);

    static Stream<Recurrence> all() {
        return Stream.of(
                new Recurrence.Daily(),
                new Recurrence.Weekly(DayOfWeek.TUESDAY),
                new Recurrence.Monthly(31),
                new Recurrence.Quarterly(1, 30),
                new Recurrence.Yearly(2, 29));
    }

    @Test
    void daysAndMonthsThatThereAreNotAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence.Monthly(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence.Monthly(32));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence.Quarterly(4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence.Yearly(13, 1));
    }

    private static List<String> days(Recurrence recurrence, String from, int many) {
        return Stream.iterate(recurrence.onOrAfter(day(from)), day -> recurrence.onOrAfter(day.plusDays(1)))
                .limit(many)
                .map(LocalDate::toString)
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
