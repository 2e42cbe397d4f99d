package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.cycle.AppraisalView.CalibrationView;
import dev.keshi.performance.cycle.ExplanationView.GradeView.Lowered;
import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Distribution;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Explanation.Leaf;
import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.Explanation.Reason;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.scoring.WeightedIndicator;
import dev.keshi.performance.template.ReleasedTemplate;
import dev.keshi.performance.template.TemplateCode;
import dev.keshi.performance.template.TemplateContent;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateIndicator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads an explanation understands it without a second call. */
class ExplanationViewTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final JudgedTemplate DESK = JudgedTemplate.of(
            new ReleasedTemplate(
                    new TemplateId("t-1"),
                    new TemplateCode("desk"),
                    3,
                    new TemplateContent(
                            "前台",
                            Optional.of("Front desk"),
                            List.of(),
                            true,
                            List.of(
                                    indicator("quality", IndicatorFamily.RESULT, 60, "质量", Optional.of("Quality")),
                                    indicator("kindness", IndicatorFamily.ATTITUDE, 40, "服务", Optional.empty())))),
            Set.of(IndicatorFamily.values()));

    private static final Explanation SCORED =
            scored(new Part(60, rated("quality", "92")), new Part(40, rated("kindness", "92")));

    @Test
    void namesWhatItIsAboutInBothLanguages() {
        var period = ExplanationView.of(SCORED, basis(Optional.of(Grade.GOOD), scoredCycle()));

        assertThat(period.words()).satisfies(words -> assertThat(words.name()).isEqualTo("一季度"));
        var held = period.parts().getFirst();
        assertThat(held.words()).satisfies(words -> {
            assertThat(words.name()).isEqualTo("前台");
            assertThat(words.nameEn()).isEqualTo("Front desk");
        });
        assertThat(held.basis()).satisfies(basis -> {
            assertThat(basis.firstDay()).isEqualTo(FIRST);
            assertThat(basis.lastDay()).isEqualTo(LAST);
        });
        var quality = held.parts().getFirst();
        assertThat(quality.words()).satisfies(words -> {
            assertThat(words.name()).isEqualTo("质量");
            assertThat(words.nameEn()).isEqualTo("Quality");
            assertThat(words.standard()).isEqualTo("怎样评质量");
            assertThat(words.family()).isEqualTo(new ExplanationView.NamedView("RESULT", "工作业绩", "Results"));
        });
        assertThat(held.parts().getLast().words())
                .satisfies(words -> assertThat(words.nameEn()).isNull());
        assertThat(quality.parts()).extracting(view -> view.words().name()).containsExactly("自评", "上级评估", "同事评估");
        assertThat(quality.parts().getLast().words().leftOut())
                .isEqualTo(new ExplanationView.NamedView("TOO_FEW_PEERS", "同事评估人数不足，不计入", "Too few peers"));
    }

    @Test
    void theGradeFollowsFromTheTotalTheThresholdsTheDistributionAndTheCalibration() {
        var calibrated = new CalibrationView(Grade.PASS, "两次延误", Instant.EPOCH, null);
        var basis = new ExplanationBasis(
                1, scoredCycle(), stays(), List.of(DESK), List.of(), Optional.of(Grade.PASS), List.of(calibrated));

        var period = ExplanationView.of(SCORED, basis).basis();

        assertThat(period.rules()).satisfies(rules -> {
            assertThat(rules.minimumPeers()).isEqualTo(3);
            assertThat(rules.minimumDays()).isEqualTo(30);
            assertThat(rules.movers().nameEn()).isEqualTo("Each position by the days it was held");
            assertThat(rules.raterWeights().superior()).isEqualTo(60);
        });
        assertThat(period.grade()).satisfies(grade -> {
            assertThat(grade.thresholds().excellent()).isEqualByComparingTo("90");
            assertThat(grade.distribution().mostExcellent()).isEqualTo(20);
            // The distribution raised it beyond the 92 that were reached.
            assertThat(grade.places()).isEqualTo(new CycleView.PlacesView(0, 1));
            assertThat(grade.byThresholds().code()).isEqualTo("EXCELLENT");
            assertThat(grade.byDistribution()).isEqualTo(new ExplanationView.NamedView("GOOD", "良好", "Good"));
            assertThat(grade.lowered().code()).isEqualTo("CEILING");
            assertThat(grade.grade().code()).isEqualTo("PASS");
            assertThat(grade.calibrations()).containsExactly(calibrated);
        });
    }

    @Test
    void untilEverybodyIsScoredThereAreThresholdsAndNoGrade() {
        var grade = ExplanationView.of(SCORED, basis(Optional.empty(), cycle()))
                .basis()
                .grade();

        assertThat(grade).satisfies(open -> {
            assertThat(open.grade()).isNull();
            assertThat(open.byThresholds()).isNull();
            assertThat(open.byDistribution()).isNull();
            assertThat(open.lowered()).isNull();
            assertThat(open.places()).isNull();
            assertThat(open.thresholds().pass()).isEqualByComparingTo("60");
        });
    }

    @Test
    void whereNobodyCanHaveAGradeItIsLoweredAndWhereTheThresholdsHoldNothingIs() {
        var ties = new TreeMap<>(Map.of(Total.of("92"), 2L, Total.of("50"), 1L));
        var closed = new Distribution(30, 50).cutoffs(Thresholds.USUAL, ties);

        var lowered = gradeOf(cycle().scored(closed, 3));
        assertThat(lowered.byThresholds().code()).isEqualTo("EXCELLENT");
        assertThat(lowered.byDistribution().code()).isEqualTo("PASS");
        assertThat(lowered.lowered().name()).contains("比例上限");

        var kept = gradeOf(cycle().scored(Thresholds.USUAL.cutoffs(), 3));
        assertThat(kept.byThresholds()).isEqualTo(kept.byDistribution());
        assertThat(kept.lowered()).isNull();
    }

    private static ExplanationView.GradeView gradeOf(CycleDocument cycle) {
        return ExplanationView.of(SCORED, basis(Optional.of(Grade.PASS), cycle))
                .basis()
                .grade();
    }

    @Test
    void whatHasNoTotalHasNoGrade() {
        var nothing = new Mean(
                Level.PERIOD,
                "2026-01-01/2026-03-31",
                List.of(new Part(5, new LeftOut(Level.STAY, "0", Reason.TOO_SHORT))));

        var view = ExplanationView.of(nothing, basis(Optional.empty(), scoredCycle()));

        assertThat(view.basis().grade()).isNull();
        assertThat(view.parts().getFirst().words().leftOut().nameEn()).isEqualTo("Held for too few days");
    }

    @Test
    void tellsOfPeersNoMoreThanHowManyAndTheirMeanAndNothingOfTheSecretThatHidesThem() {
        var peers =
                new Mean(Level.VIEW, "PEER", List.of(leaf("r-2", "71.3"), leaf("r-3", "72.4"), leaf("r-4", "88.2")));
        var superior = new Mean(Level.VIEW, "SUPERIOR", List.of(leaf("r-1", "92")));
        var heard = new Mean(Level.INDICATOR, "quality", List.of(new Part(70, superior), new Part(30, peers)));

        var text = ExplanationView.of(scored(new Part(60, heard)), basis(Optional.of(Grade.GOOD), scoredCycle()))
                .toString();

        assertThat(text)
                .contains("r-1", "peers=3", "77.3")
                .doesNotContain("r-2", "r-3", "r-4", "71.3", "72.4", "88.2", "a-secret");
    }

    static Stream<Enum<?>> codes() {
        return Stream.<Enum<?>[]>of(
                        Grade.values(),
                        Lowered.values(),
                        IndicatorFamily.values(),
                        MoverRule.values(),
                        RaterKind.values(),
                        Reason.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasWordsInBothLanguages(Enum<?> code) {
        var named = ExplanationWords.named(code);

        assertThat(named.name()).matches(".*\\p{IsHan}.*");
        assertThat(named.nameEn()).matches("\\p{ASCII}+");
    }

    static CycleDocument cycle() {
        return CycleDocument.of(
                new CyclePlan(
                        "一季度",
                        CycleKind.QUARTERLY,
                        CycleExtent.COMPREHENSIVE,
                        Set.of(),
                        new Period(FIRST, LAST),
                        LAST,
                        Optional.empty(),
                        List.of(),
                        new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                        Thresholds.USUAL,
                        Optional.of(new Distribution(20, 40)),
                        Optional.empty()),
                "a-secret");
    }

    private static CycleDocument scoredCycle() {
        return cycle().scored(new Cutoffs(Total.of("95.5"), Total.of("80"), Total.of("60")), 3);
    }

    private static ExplanationBasis basis(Optional<Grade> grade, CycleDocument cycle) {
        return new ExplanationBasis(1, cycle, stays(), List.of(DESK), List.of(), grade, List.of());
    }

    private static List<StayDocument> stays() {
        return List.of(new StayDocument("t-1", "hall", null, FIRST, LAST));
    }

    private static Explanation scored(Part... indicators) {
        var held = new Mean(Level.STAY, "0", List.of(indicators));
        return new Mean(Level.PERIOD, "2026-01-01/2026-03-31", List.of(new Part(90, held)));
    }

    private static Explanation rated(String indicator, String points) {
        return new Mean(
                Level.INDICATOR,
                indicator,
                List.of(
                        new Part(10, new LeftOut(Level.VIEW, "SELF", Reason.NO_RATING)),
                        new Part(60, new Mean(Level.VIEW, "SUPERIOR", List.of(leaf("r-1", points)))),
                        new Part(30, new LeftOut(Level.VIEW, "PEER", Reason.TOO_FEW_PEERS))));
    }

    private static Part leaf(String reference, String points) {
        return new Part(1, new Leaf(reference, Points.of(points)));
    }

    private static TemplateIndicator indicator(
            String code, IndicatorFamily family, int weight, String name, Optional<String> nameEn) {
        return new TemplateIndicator(
                new WeightedIndicator(code, family, weight, IndicatorSource.RATING),
                Optional.empty(),
                name,
                nameEn,
                "怎样评" + name,
                Optional.empty());
    }
}
