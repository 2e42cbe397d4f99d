package dev.keshi.risk.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.risk.RiskIndicatorReportedV1;
import dev.keshi.risk.monitoring.Direction;
import dev.keshi.risk.monitoring.IndicatorRule;
import dev.keshi.risk.monitoring.Rhythm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndicatorTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = FIRST.plusDays(2000);

    @Test
    void anOscillatingFigureRaisesOneWarningNotTen() {
        var indicator = indicator(1);

        for (int day = 0; day < 20; day++) {
            report(indicator, day, day % 2 == 0 ? "11" : "9");
        }

        assertThat(indicator.takeTurns()).hasSize(1);
        assertThat(indicator.toDocument().warnings()).isOne();
    }

    @Test
    void afterARecoveryItMayWarnAgain() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        report(indicator, 1, "8");
        report(indicator, 2, "11");

        assertThat(indicator.takeTurns())
                .extracting(turn -> turn.getClass().getSimpleName() + " " + turn.warningId())
                .containsExactly("Raised i-1", "Recovered i-1", "Raised i-2");
    }

    @Test
    void theSameValueAgainChangesNothing() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        indicator.takeEvents();
        indicator.takeTurns();
        var before = indicator.toDocument();

        report(indicator, 0, "11.0");

        assertThat(indicator.toDocument()).isEqualTo(before);
        assertThat(indicator.takeEvents()).isEmpty();
        assertThat(indicator.takeTurns()).isEmpty();
    }

    @Test
    void aCorrectionThatTakesTheBreachAwayEndsTheWarningWithoutARecovery() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        indicator.takeTurns();

        report(indicator, 0, "9");

        assertThat(indicator.takeTurns()).containsExactly(new WarningTurn.Recovered("i-1", Optional.empty()));
    }

    @Test
    void aCorrectionThatMovesTheBeginningRaisesNoSecondWarning() {
        var indicator = indicator(2);
        report(indicator, 1, "11");
        report(indicator, 2, "11");
        indicator.takeTurns();

        report(indicator, 0, "11");

        assertThat(indicator.takeTurns()).isEmpty();
        assertThat(indicator.toDocument().warnings()).isOne();
    }

    @Test
    void aRecoveryThatComesLateEndsTheWarningAndTheNextBreachIsAnother() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        report(indicator, 2, "11");
        indicator.takeTurns();

        report(indicator, 1, "7");

        assertThat(indicator.takeTurns())
                .containsExactly(
                        new WarningTurn.Recovered("i-1", Optional.of(FIRST.plusDays(1))),
                        new WarningTurn.Raised("i-2", FIRST.plusDays(2), Optional.of(new BigDecimal("11"))));
    }

    @Test
    void anEpisodeThatIsOverWhenItBecomesKnownIsNoEarlyWarning() {
        var indicator = indicator(1);
        report(indicator, 5, "5");

        report(indicator, 1, "11");
        report(indicator, 2, "7");

        assertThat(indicator.takeTurns())
                .extracting(WarningTurn::warningId)
                .allMatch("i-1"::equals)
                .hasSizeLessThanOrEqualTo(2);
        assertThat(indicator.toDocument().warning()).isNull();
    }

    @Property(tries = 300)
    void whereItStandsFollowsFromTheValuesInWhateverOrderTheyCame(@ForAll long seed) {
        var random = new Random(seed);
        var values = new TreeMap<LocalDate, BigDecimal>();
        for (int day = 0; day < 40; day++) {
            values.put(FIRST.plusDays(day), BigDecimal.valueOf(5 + random.nextInt(9)));
        }
        var together = indicator(2);
        together.report(values, "ona", TODAY);

        var apart = indicator(2);
        var arriving = new ArrayList<>(values.entrySet());
        arriving.addAll(arriving.subList(0, 10));
        Collections.shuffle(arriving, random);
        arriving.forEach(value -> apart.report(new TreeMap<>(Map.of(value.getKey(), value.getValue())), "ona", TODAY));

        assertThat(apart.toDocument().readings())
                .isEqualTo(together.toDocument().readings());
        assertThat(apart.toDocument().warning() == null)
                .isEqualTo(together.toDocument().warning() == null);
    }

    @Property(tries = 300)
    void warningsAreRaisedAndEndInTurn(@ForAll long seed) {
        var random = new Random(seed);
        var indicator = indicator(1);
        for (int i = 0; i < 80; i++) {
            report(indicator, random.nextInt(40), String.valueOf(6 + random.nextInt(7)));
        }

        var raised = true;
        for (var turn : indicator.takeTurns()) {
            assertThat(turn instanceof WarningTurn.Raised).isEqualTo(raised);
            raised = !raised;
        }
    }

    @Test
    void aPeriodIsNamedByItsFirstDayAndHasBegun() {
        var indicator = Indicator.defined(
                new IndicatorId("i"),
                "r",
                "team",
                new IndicatorContent("延误率", Optional.empty(), "%", "ona", rule(1, Rhythm.MONTHLY)),
                Optional.empty());

        assertThatExceptionOfType(IndicatorProblem.NotAPeriod.class).isThrownBy(() -> report(indicator, 1, "5"));
        assertThatExceptionOfType(IndicatorProblem.PeriodAhead.class)
                .isThrownBy(() -> indicator.report(
                        new TreeMap<>(Map.of(LocalDate.of(2026, 4, 1), BigDecimal.ONE)), "ona", FIRST));
    }

    @Test
    void whatIsSettledStillCountsAndIsNotCorrectedAnyMore() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        for (int day = 1; day <= Indicator.KEPT_READINGS + 5; day++) {
            report(indicator, day, "9");
        }

        assertThat(indicator.toDocument().readings()).hasSize(Indicator.KEPT_READINGS);
        assertThat(indicator.toDocument().warning()).isNotNull();
        assertThat(indicator.takeTurns()).hasSize(1);
        assertThatExceptionOfType(IndicatorProblem.PeriodSettled.class).isThrownBy(() -> report(indicator, 0, "5"));
        assertThat(Indicator.of(new IndicatorId("i"), indicator.toDocument()).toDocument())
                .isEqualTo(indicator.toDocument());
    }

    @Test
    void anotherRuleJudgesAllValuesAnew() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        indicator.takeTurns();

        indicator.revise(new IndicatorContent(
                "延误率",
                Optional.empty(),
                "%",
                "ona",
                new IndicatorRule(Direction.ABOVE, BigDecimal.valueOf(20), BigDecimal.valueOf(15), 1, Rhythm.DAILY)));

        assertThat(indicator.takeTurns()).containsExactly(new WarningTurn.Recovered("i-1", Optional.empty()));
    }

    @Test
    void whatIsRetiredWarnsNoMore() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        indicator.takeTurns();

        indicator.retire();

        assertThat(indicator.takeTurns()).containsExactly(new WarningTurn.Recovered("i-1", Optional.empty()));
        assertThatExceptionOfType(IndicatorProblem.Retired.class).isThrownBy(() -> report(indicator, 1, "11"));
    }

    @Test
    void anEventTellsOnlyWhatIsNewAndWhetherAWarningStands() {
        var indicator = indicator(1);
        report(indicator, 0, "11");
        indicator.takeEvents();

        indicator.report(
                new TreeMap<>(Map.of(FIRST, new BigDecimal("11"), FIRST.plusDays(1), new BigDecimal("9.50"))),
                "ona",
                TODAY);

        assertThat(indicator.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(RiskIndicatorReportedV1.class, event -> {
                    assertThat(event.values())
                            .singleElement()
                            .satisfies(value -> assertThat(value.value()).isEqualTo("9.50"));
                    assertThat(event.warned()).isTrue();
                });
    }

    @Test
    void aFigureThatStaysBadCountsInPeriodsInWhichNothingIsTold() {
        var quarter = LocalDate.of(2026, 3, 31);
        var indicator = fed(2);
        feed(indicator, LocalDate.of(2026, 1, 10), "12", quarter, LocalDate.of(2026, 1, 10));
        assertThat(indicator.toDocument().carriesOn()).isEqualTo(LocalDate.of(2026, 3, 1));

        indicator.carry(LocalDate.of(2026, 2, 28));
        assertThat(indicator.takeTurns()).isEmpty();

        indicator.carry(LocalDate.of(2026, 3, 1));
        assertThat(indicator.takeTurns())
                .containsExactly(
                        new WarningTurn.Raised("i-1", LocalDate.of(2026, 2, 1), Optional.of(new BigDecimal("12"))));
        indicator.carry(LocalDate.of(2026, 7, 1));
        assertThat(periods(indicator)).containsExactly("2026-01-01 12", "2026-02-01 12", "2026-03-01 12");
        assertThat(indicator.toDocument().carriesOn()).isNull();
    }

    @Test
    void whatIsToldLateCountsInsteadOfWhatStood() {
        var quarter = LocalDate.of(2026, 3, 31);
        var today = LocalDate.of(2026, 4, 2);
        var indicator = fed(2);
        feed(indicator, LocalDate.of(2026, 1, 10), "12", quarter, today);
        assertThat(indicator.takeTurns()).isEmpty();
        indicator.carry(today);
        assertThat(indicator.takeTurns()).hasSize(1);

        feed(indicator, LocalDate.of(2026, 2, 20), "5", quarter, today);

        assertThat(periods(indicator)).containsExactly("2026-01-01 12", "2026-02-01 5", "2026-03-01 5");
        assertThat(indicator.toDocument().warning()).isNull();
        assertThat(Indicator.of(new IndicatorId("i"), indicator.toDocument()).toDocument())
                .isEqualTo(indicator.toDocument());
    }

    @Test
    void ofFiguresOfOnePeriodTheLastOneStandsAndTheWorstCounts() {
        var quarter = LocalDate.of(2026, 3, 31);
        var today = LocalDate.of(2026, 3, 1);
        var indicator = fed(1);
        feed(indicator, LocalDate.of(2026, 1, 20), "4", quarter, today);
        feed(indicator, LocalDate.of(2026, 1, 10), "12", quarter, today);

        indicator.carry(today);
        assertThat(periods(indicator)).containsExactly("2026-01-01 12", "2026-02-01 4");
    }

    @Test
    void aFigureThatIsKnownNoMoreStandsNoLonger() {
        var quarter = LocalDate.of(2026, 3, 31);
        var indicator = fed(1);
        feed(indicator, LocalDate.of(2026, 1, 10), "12", quarter, LocalDate.of(2026, 1, 10));
        feed(indicator, LocalDate.of(2026, 1, 11), null, quarter, LocalDate.of(2026, 1, 11));

        indicator.carry(LocalDate.of(2026, 4, 1));

        assertThat(periods(indicator)).containsExactly("2026-01-01 12");
    }

    @Test
    void figuresThatComeLateAndTogetherWarnOfNothingThatTheyWouldNotHaveWarnedOfInTime() {
        var quarter = LocalDate.of(2026, 3, 31);
        var today = LocalDate.of(2026, 4, 5);
        var indicator = fed(2);
        feed(indicator, LocalDate.of(2026, 2, 10), "12", quarter, today);
        feed(indicator, LocalDate.of(2026, 3, 3), "2", quarter, today);
        indicator.carry(today);

        assertThat(indicator.takeTurns()).isEmpty();
        assertThat(periods(indicator)).containsExactly("2026-02-01 12", "2026-03-01 2");
    }

    @Test
    void whatWasCarriedGoesWhenItIsToldLateThatNothingIsKnown() {
        var quarter = LocalDate.of(2026, 3, 31);
        var indicator = fed(1);
        feed(indicator, LocalDate.of(2026, 1, 10), "12", quarter, LocalDate.of(2026, 1, 10));
        indicator.carry(LocalDate.of(2026, 4, 2));
        assertThat(periods(indicator)).hasSize(3);

        feed(indicator, LocalDate.of(2026, 2, 20), null, quarter, LocalDate.of(2026, 4, 2));

        assertThat(periods(indicator)).containsExactly("2026-01-01 12");
    }

    private static void feed(
            Indicator indicator, LocalDate day, @Nullable String value, LocalDate through, LocalDate today) {
        var at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var figure = new FigureNews(
                new Feed("tasks-on-time", "team"), day, value == null ? null : new BigDecimal(value), at, through);
        indicator.feed(figure, "system:performance-service", today);
    }

    private static List<String> periods(Indicator indicator) {
        return indicator.toDocument().readings().stream()
                .map(reading -> reading.period() + " " + reading.value().toPlainString())
                .toList();
    }

    private static Indicator fed(int breaches) {
        return Indicator.defined(
                new IndicatorId("i"),
                "r",
                "team",
                new IndicatorContent("延误率", Optional.empty(), "%", "ona", rule(breaches, Rhythm.MONTHLY)),
                Optional.of(new Feed("tasks-on-time", "team")));
    }

    private static void report(Indicator indicator, int day, String value) {
        indicator.report(new TreeMap<>(Map.of(FIRST.plusDays(day), new BigDecimal(value))), "ona", TODAY);
    }

    private static Indicator indicator(int breaches) {
        var indicator = Indicator.defined(
                new IndicatorId("i"),
                "r",
                "team",
                new IndicatorContent("延误率", Optional.empty(), "%", "ona", rule(breaches, Rhythm.DAILY)),
                Optional.empty());
        List<?> defined = indicator.takeEvents();
        assertThat(defined).hasSize(1);
        return indicator;
    }

    private static IndicatorRule rule(int breaches, Rhythm rhythm) {
        return new IndicatorRule(Direction.ABOVE, BigDecimal.TEN, BigDecimal.valueOf(8), breaches, rhythm);
    }
}
