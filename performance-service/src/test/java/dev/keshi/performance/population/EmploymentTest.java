package dev.keshi.performance.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.population.EmploymentFact.Left;
import dev.keshi.performance.population.EmploymentFact.ReportsTo;
import dev.keshi.performance.population.EmploymentFact.Works;
import dev.keshi.performance.scoring.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmploymentTest {

    private static final Period QUARTER = new Period(day("07-01"), day("09-30"));

    @Test
    void whoStaysHoldsThePositionForThePeriod() {
        assertThat(held(works("01-01", "planning"))).containsExactly("planning 07-01 to 09-30");
    }

    @Test
    void whoMovesHoldsTwo() {
        assertThat(held(works("01-01", "planning"), works("08-15", "data")))
                .containsExactly("planning 07-01 to 08-14", "data 08-15 to 09-30");
    }

    @Test
    void whoLeavesAndComesBackHasAGap() {
        assertThat(held(works("01-01", "planning"), new Left(day("08-01")), works("09-01", "planning")))
                .containsExactly("planning 07-01 to 07-31", "planning 09-01 to 09-30");
    }

    @Test
    void whatWasBeforeOrCameAfterIsNotOfThePeriod() {
        assertThat(held(works("01-01", "a"), works("02-01", "b"), works("07-01", "c"), works("10-01", "d")))
                .containsExactly("c 07-01 to 09-30");
        assertThat(held(works("10-01", "late"))).isEmpty();
        assertThat(held(works("01-01", "early"), new Left(day("07-01")))).isEmpty();
    }

    @Test
    void theSameWorkUnderAnotherSuperiorIsOneStayAndTheLastSuperiorJudges() {
        var employment = new Employment(List.of(
                works("01-01", "planning"),
                new ReportsTo(day("08-01"), Optional.of("li")),
                new Works(day("09-01"), "planning", Optional.empty(), Optional.of("wu")),
                new ReportsTo(day("10-01"), Optional.of("zhao"))));

        assertThat(employment.held(QUARTER)).singleElement().satisfies(held -> {
            assertThat(held.days()).isEqualTo(QUARTER);
            assertThat(held.reportsTo()).contains("wu");
        });
    }

    @Test
    void oneIsEmployedFromTheFirstDayToTheDayBeforeLeaving() {
        var employment = new Employment(List.of(works("07-10", "planning"), new Left(day("08-10"))));

        assertThat(List.of("07-09", "07-10", "08-09", "08-10"))
                .extracting(on -> employment.isEmployedOn(day(on)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void whoHasLeftIsAwayUntilTakenOnAgain() {
        assertThat(away(works("07-10", "planning"))).isEmpty();
        assertThat(away(works("07-10", "planning"), new Left(day("08-10")))).containsExactly("08-10 to 09-30");
        assertThat(away(works("01-01", "planning"), new Left(day("05-10")))).containsExactly("07-01 to 09-30");
        assertThat(away(works("01-01", "planning"), new Left(day("08-01")), works("09-01", "data")))
                .containsExactly("08-01 to 08-31");
        assertThat(away(works("01-01", "planning"), new Left(day("10-01")))).isEmpty();
        assertThat(away(works("01-01", "planning"), new Left(day("08-01")), works("07-15", "data")))
                .isEmpty();
        assertThat(away()).isEmpty();
    }

    @Test
    void sinceWhenSomebodyIsAwayIsKnownOfTheDaysOnWhichThatOneIs() {
        var employment =
                new Employment(List.of(works("01-01", "planning"), new Left(day("08-01")), works("09-01", "data")));

        assertThat(List.of("07-31", "08-01", "08-31", "09-01"))
                .extracting(on -> employment.awaySince(day(on)))
                .containsExactly(
                        Optional.empty(), Optional.of(day("08-01")), Optional.of(day("08-01")), Optional.empty());
    }

    private static List<String> away(EmploymentFact... facts) {
        return new Employment(List.of(facts))
                .away(QUARTER).stream()
                        .map(away -> away.first().toString().substring(5) + " to "
                                + away.last().toString().substring(5))
                        .toList();
    }

    private static List<String> held(EmploymentFact... facts) {
        return new Employment(List.of(facts))
                .held(QUARTER).stream()
                        .map(held -> held.departmentId() + " "
                                + held.days().first().toString().substring(5) + " to "
                                + held.days().last().toString().substring(5))
                        .toList();
    }

    private static Works works(String from, String department) {
        return new Works(day(from), department, Optional.empty(), Optional.empty());
    }

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }
}
