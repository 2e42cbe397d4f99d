package dev.keshi.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final ScoringRules RULES = new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30);

    @Test
    void weightsThatAreNotHundredTogetherAreRefusedEachInItsWay() {
        assertThatExceptionOfType(ScoringProblem.WeightsBelowHundred.class)
                .isThrownBy(() -> indicators(60, 39))
                .satisfies(refused -> assertThat(refused.sum()).isEqualTo(99));
        assertThatExceptionOfType(ScoringProblem.WeightsAboveHundred.class)
                .isThrownBy(() -> indicators(60, 41))
                .satisfies(refused -> assertThat(refused.sum()).isEqualTo(101));
        assertThatExceptionOfType(ScoringProblem.WeightsBelowHundred.class).isThrownBy(ScoringTest::indicators);
        assertThatExceptionOfType(ScoringProblem.RaterWeightsNotHundred.class)
                .isThrownBy(() -> new RaterWeights(10, 60, 29));
    }

    @Test
    void twoIndicatorsOfOneCodeAreRefused() {
        var one = new WeightedIndicator("quality", IndicatorFamily.RESULT, 50, IndicatorSource.RATING);

        assertThatExceptionOfType(ScoringProblem.IndicatorTwice.class)
                .isThrownBy(() -> new Indicators(List.of(one, one)));
    }

    @Test
    void aBetterGradeAsksForMore() {
        assertThatExceptionOfType(ScoringProblem.ThresholdsNotDescending.class)
                .isThrownBy(() -> new Thresholds(Total.of("80"), Total.of("80"), Total.of("60")));
    }

    @Test
    void twoPeersAreTooFewForAnyCycle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringRules(RaterWeights.USUAL, 2, MoverRule.PRO_RATA, 1));
    }

    @Test
    void pointsHaveOneDecimalAndEndAtHundred() {
        assertThat(List.of("0", "100", "99.9", "80.0", "80.00")).allMatch(text -> Points.of(text) != null);
        for (var wrong : List.of("-0.1", "100.1", "80.05")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Points.of(wrong));
        }
    }

    @Test
    void twoPositionsOnOneDayCannotBe() {
        var first = new Stay("a", new Period(YEAR.first(), YEAR.last()), indicators(100), List.of(), List.of());
        var second = new Stay("b", new Period(YEAR.last(), YEAR.last()), indicators(100), List.of(), List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> new Scoring(RULES, YEAR).explain(List.of(first, second)));
    }

    @Test
    void aSheetWithoutAnIndicatorIsNoSheet() {
        var sheet = new RatingSheet(RaterKind.SELF, "r", Map.of("i1", Points.of("80")));
        var stay = new Stay("a", YEAR, indicators(50, 50), List.of(sheet), List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> new Scoring(RULES, YEAR).explain(List.of(stay)));
    }

    @Test
    void theExplanationSaysWhatWasLeftOutAndWhy() {
        var sheet = new RatingSheet(RaterKind.SUPERIOR, "r-7", Map.of("i1", Points.of("80")));
        var stay = new Stay("planner", YEAR, indicators(100), List.of(sheet), List.of());

        var explained = new Scoring(RULES, YEAR).explain(List.of(stay));

        assertThat(explained)
                .isEqualTo(mean(
                        Explanation.Level.PERIOD,
                        "2026-01-01/2026-12-31",
                        new Explanation.Part(
                                365,
                                mean(
                                        Explanation.Level.STAY,
                                        "planner",
                                        new Explanation.Part(
                                                100,
                                                mean(
                                                        Explanation.Level.INDICATOR,
                                                        "i1",
                                                        new Explanation.Part(
                                                                10,
                                                                leftOut(RaterKind.SELF, Explanation.Reason.NO_RATING)),
                                                        new Explanation.Part(
                                                                60,
                                                                mean(
                                                                        Explanation.Level.VIEW,
                                                                        "SUPERIOR",
                                                                        new Explanation.Part(
                                                                                1,
                                                                                new Explanation.Leaf(
                                                                                        "r-7", Points.of("80"))))),
                                                        new Explanation.Part(
                                                                30,
                                                                leftOut(
                                                                        RaterKind.PEER,
                                                                        Explanation.Reason.TOO_FEW_PEERS))))))));
    }

    @Test
    void whatIsNotJudgedIsNeitherAskedForNorExplained() {
        var template = new Indicators(List.of(
                new WeightedIndicator("results", IndicatorFamily.RESULT, 60, IndicatorSource.RATING),
                new WeightedIndicator("in-time", IndicatorFamily.ABILITY, 25, IndicatorSource.EVENTS),
                new WeightedIndicator("care", IndicatorFamily.ATTITUDE, 15, IndicatorSource.RATING)));

        var part = template.judging(Set.of(IndicatorFamily.RESULT, IndicatorFamily.ABILITY));

        assertThat(part.rated()).containsExactly("results");
        assertThat(part.measured()).containsExactly("in-time");
        assertThat(part.judged().stream().map(one -> part.share(one.weight()).orElseThrow()))
                .containsExactly(new BigDecimal("70.6"), new BigDecimal("29.4"));
        assertThat(template.judged().stream().map(one -> template.share(one.weight())))
                .containsOnly(Optional.empty());
        assertThat(template.judging(Set.of(IndicatorFamily.GROWTH)).judged()).isEmpty();
        var sheet = new RatingSheet(RaterKind.SUPERIOR, "r-7", Map.of("results", Points.of("80")));
        var explained =
                new Scoring(RULES, YEAR).explain(List.of(new Stay("planner", YEAR, part, List.of(sheet), List.of())));
        assertThat(explained.toString()).contains("results", "in-time").doesNotContain("care");
        assertThat(explained.total()).contains(Total.of("80.0"));
        assertThat(explained.weightCounted())
                .as("60 of 85, of which a superior has 60 of 100")
                .isEqualByComparingTo("42.4");
    }

    @Test
    void aPositionWhoseTemplateHasNothingOfTheFamiliesIsLeftOut() {
        var none = indicators(100).judging(Set.of(IndicatorFamily.GROWTH));

        var explained = new Scoring(RULES, YEAR).explain(List.of(new Stay("0", YEAR, none, List.of(), List.of())));

        assertThat(explained)
                .isEqualTo(mean(
                        Explanation.Level.PERIOD,
                        "2026-01-01/2026-12-31",
                        new Explanation.Part(
                                365,
                                new Explanation.LeftOut(Explanation.Level.STAY, "0", Explanation.Reason.NOT_JUDGED))));
        assertThat(explained.total()).isEmpty();
    }

    /** What is judged follows from what was held last, not the other way round. */
    @Test
    void whereOnlyThePositionHeldLastCountsAndHasNothingOfTheFamiliesNothingDoes() {
        var atEnd = new ScoringRules(RaterWeights.USUAL, 3, MoverRule.POSITION_AT_END, 30);
        var half = LocalDate.of(2026, 7, 1);
        var judged = new Stay("0", new Period(YEAR.first(), half.minusDays(1)), indicators(100), List.of(), List.of());
        var none = indicators(100).judging(Set.of(IndicatorFamily.GROWTH));

        var explained = new Scoring(atEnd, YEAR)
                .explain(List.of(judged, new Stay("1", new Period(half, YEAR.last()), none, List.of(), List.of())));

        assertThat(((Explanation.Mean) explained).parts())
                .extracting(part -> ((Explanation.LeftOut) part.of()).reason())
                .containsExactly(Explanation.Reason.NOT_HELD_AT_END, Explanation.Reason.NOT_JUDGED);
    }

    private static Explanation leftOut(RaterKind kind, Explanation.Reason reason) {
        return new Explanation.LeftOut(Explanation.Level.VIEW, kind.name(), reason);
    }

    private static Explanation mean(Explanation.Level level, String subject, Explanation.Part... parts) {
        return new Explanation.Mean(level, subject, List.of(parts));
    }

    private static Indicators indicators(int... weights) {
        return new Indicators(IntStream.range(0, weights.length)
                .mapToObj(i -> new WeightedIndicator(
                        "i" + (i + 1), IndicatorFamily.RESULT, weights[i], IndicatorSource.RATING))
                .toList());
    }
}
