package dev.keshi.performance.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.performance.indicator.Formula.Kind;
import dev.keshi.performance.scoring.MarkdownTable;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Observed;
import dev.keshi.performance.scoring.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTest {

    private static final Fact DAY = fact("day", Duration.ofHours(24), false);
    private static final Fact LATE = fact("late", Duration.ofHours(24).plusSeconds(1), true);
    private static final Fact UNKNOWN =
            new Fact("unknown", Optional.empty(), false, false, BigDecimal.ONE, BigDecimal.ONE);

    @Test
    void whatASourceDoesNotKnowCannotBeAskedOfIt() {
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.FIGURES, Kind.DURATION, null));
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.APPROVALS, Kind.RIGHT_FIRST_TIME, null));
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.APPROVALS, Kind.IN_TIME, null));
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.APPROVALS, Kind.COUNT, 24));
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.WORK_ITEMS, Kind.IN_TIME, 24));
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.WORK_ITEMS, Kind.ON_TIME, 24));
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.APPROVALS, Kind.ON_TIME, null));
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> new Formula(Source.COURSES, Kind.DURATION, null));
        for (var figures : List.of(Kind.GROWTH, Kind.FORECAST_ACCURACY, Kind.COMPLEMENT)) {
            for (var source : List.of(Source.APPROVALS, Source.REQUESTS, Source.WORK_ITEMS, Source.COURSES)) {
                assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                        .isThrownBy(() -> new Formula(source, figures, null));
            }
            assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                    .isThrownBy(() -> new Formula(Source.FIGURES, figures, 24));
        }
        for (var limit : List.of(0, Formula.LONGEST_LIMIT + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Formula(Source.APPROVALS, Kind.IN_TIME, limit));
        }
    }

    @Test
    void whichWayIsTheGoodOneIsSaidOnceAndWithoutContradiction() {
        var duration = new Formula(Source.APPROVALS, Kind.DURATION, null);
        var ratio = new Formula(Source.FIGURES, Kind.RATIO, null);

        assertThat(duration.better(Optional.empty())).contains(Better.LESS);
        assertThat(duration.better(Optional.of(Better.LESS))).contains(Better.LESS);
        assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                .isThrownBy(() -> duration.better(Optional.of(Better.MORE)));
        assertThat(ratio.better(Optional.of(Better.LESS))).contains(Better.LESS);
        assertThat(ratio.better(Optional.empty())).isEmpty();
        // Growth of sales is good, that of costs is not.
        var growth = new Formula(Source.FIGURES, Kind.GROWTH, null);
        assertThat(growth.better(Optional.of(Better.LESS))).contains(Better.LESS);
        assertThat(growth.better(Optional.empty())).isEmpty();
        for (var share : List.of(Kind.FORECAST_ACCURACY, Kind.COMPLEMENT)) {
            var formula = new Formula(Source.FIGURES, share, null);
            assertThat(formula.better(Optional.empty())).contains(Better.MORE);
            assertThatExceptionOfType(IndicatorProblem.FormulaDoesNotFit.class)
                    .isThrownBy(() -> formula.better(Optional.of(Better.LESS)));
        }
    }

    @Test
    void inTimeIsNoLongerThanTheLimitAndWhatNobodyMeasuredIsLeftOut() {
        var inTime = new Formula(Source.APPROVALS, Kind.IN_TIME, 24);

        assertThat(value(inTime, DAY, LATE, LATE, UNKNOWN)).hasValue(new BigDecimal("33.33"));
        assertThat(inTime.observed(UNKNOWN)).isEmpty();
        assertThat(inTime.unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void workIsOnTimeByItsOwnDueDate() {
        var onTime = new Formula(Source.WORK_ITEMS, Kind.ON_TIME, null);
        var missed = new Fact("missed", Optional.of(Duration.ofHours(1)), false, true, BigDecimal.ONE, BigDecimal.ONE);

        assertThat(value(onTime, DAY, LATE, missed)).hasValue(new BigDecimal("66.67"));
        assertThat(onTime.unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void aDurationIsTheMeanOfHours() {
        // 24 h and 24 h 1 s: 86,400.5 s on average.
        assertThat(value(new Formula(Source.REQUESTS, Kind.DURATION, null), DAY, LATE, UNKNOWN))
                .hasValue(new BigDecimal("24.00"));
        assertThat(value(
                        new Formula(Source.REQUESTS, Kind.DURATION, null),
                        DAY,
                        fact("short", Duration.ofMinutes(45), false)))
                .hasValue(new BigDecimal("12.38"));
    }

    @Test
    void countsSharesRatiosMeansAndSums() {
        assertThat(value(new Formula(Source.REQUESTS, Kind.COUNT, null), DAY, LATE, UNKNOWN))
                .hasValue(new BigDecimal("3.00"));
        assertThat(value(new Formula(Source.REQUESTS, Kind.RIGHT_FIRST_TIME, null), DAY, LATE, UNKNOWN))
                .hasValue(new BigDecimal("66.67"));
        var figures = new Fact[] {figure("a", "90", "100"), figure("b", "30", "20")};
        // Of both together: 120 of 120, not the mean of 90 and 150 percent.
        assertThat(value(new Formula(Source.FIGURES, Kind.RATIO, null), figures))
                .hasValue(new BigDecimal("100.00"));
        assertThat(value(new Formula(Source.FIGURES, Kind.MEAN, null), figures)).hasValue(new BigDecimal("60.00"));
        assertThat(value(new Formula(Source.FIGURES, Kind.SUM, null), figures)).hasValue(new BigDecimal("120.00"));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void comesOutAsWorkedByHand(Map<String, String> row) {
        var figures = Stream.of(row.get("figures").split(" "))
                .map(figure -> figure.split("/"))
                .map(parts -> figure(row.get("case") + parts[0], parts[0], parts.length == 1 ? "1" : parts[1]))
                .toArray(Fact[]::new);
        var formula = new Formula(Source.FIGURES, Kind.valueOf(row.get("formula")), null);

        assertThat(value(formula, figures).map(BigDecimal::toPlainString)).hasValue(row.get("value"));
        assertThat(formula.unit().name()).isEqualTo(row.get("unit"));
    }

    static Stream<Map<String, String>> worked() {
        return MarkdownTable.rows("/scoring/worked-formulas.md").stream();
    }

    /** Of those only events know the parts; they have tests of their own above. */
    @Test
    void everyFormulaOfImportedFiguresIsWorkedByHand() {
        assertThat(worked().map(row -> Kind.valueOf(row.get("formula"))).collect(Collectors.toSet()))
                .containsAll(Stream.of(Kind.values())
                        .filter(FormulaTest::takesFigures)
                        .toList());
    }

    private static boolean takesFigures(Kind kind) {
        try {
            var unused = new Formula(Source.FIGURES, kind, null);
            return true;
        } catch (IndicatorProblem.FormulaDoesNotFit fed) {
            return false;
        }
    }

    @Test
    void whatCannotBeDividedHasNoValue() {
        assertThat(value(new Formula(Source.FIGURES, Kind.RATIO, null), figure("a", "5", "3"), figure("b", "5", "-3")))
                .isEmpty();
        assertThat(value(new Formula(Source.APPROVALS, Kind.DURATION, null))).isEmpty();
    }

    @Test
    void aPeriodIsTheOneOfTheCalendar() {
        var day = LocalDate.of(2026, 11, 22);
        assertThat(Stream.of(IndicatorPeriod.values())
                        .map(period -> period.around(day).first() + " "
                                + period.around(day).last()))
                .containsExactly(
                        "2026-11-01 2026-11-30",
                        "2026-10-01 2026-12-31",
                        "2026-07-01 2026-12-31",
                        "2026-01-01 2026-12-31");
    }

    @Test
    void thoseThatComeWithTheServiceHaveCodesOfTheirOwn() {
        assertThat(BundledIndicators.ALL).extracting(IndicatorDefinition::code).doesNotHaveDuplicates();
    }

    private static Optional<BigDecimal> value(Formula formula, Fact... facts) {
        List<Observed> observed = Stream.of(facts)
                .flatMap(fact -> formula.observed(fact).stream())
                .toList();
        return new Measurement("any", formula.reckoning(), Scale.PERCENT, observed, Measurement.Rest.NONE).figure();
    }

    private static Fact fact(String event, Duration took, boolean returned) {
        return new Fact(event, Optional.of(took), returned, false, BigDecimal.ONE, BigDecimal.ONE);
    }

    private static Fact figure(String event, String amount, String base) {
        return new Fact(event, Optional.empty(), false, false, new BigDecimal(amount), new BigDecimal(base));
    }
}
