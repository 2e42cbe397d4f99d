package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.performance.cycle.AppraisalDocument.Calibration;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppraisalTest {

    private static final Instant NOW = Instant.parse("2026-10-08T09:00:00Z");
    private static final Cutoffs CUTOFFS = Thresholds.USUAL.cutoffs();

    private final AppraisalDocument scored = AppraisalDocument.opened("c", "ann", "team", Optional.of("tom"), List.of())
            .scored(Optional.of(Total.of("79.9")), "{}", 7);

    @Test
    void theGradeFollowsFromTheTotalUntilSomebodySaysWhyNot() {
        assertThat(scored.gradeBy(CUTOFFS)).contains(Grade.PASS);

        var calibrated = scored.calibrated(new Calibration(Grade.GOOD, "一分之差", "hana", NOW))
                .calibrated(new Calibration(Grade.EXCELLENT, "重大贡献", "hugo", NOW));

        assertThat(calibrated.gradeBy(CUTOFFS)).contains(Grade.EXCELLENT);
        assertThat(calibrated.total()).isEqualTo(scored.total());
        assertThat(calibrated.publishedBy(CUTOFFS).calibrations())
                .extracting(Calibration::reason)
                .containsExactly("一分之差", "重大贡献");
    }

    @Test
    void nobodyCalibratesTheOwnGrade() {
        assertThatExceptionOfType(CycleProblem.OwnGrade.class)
                .isThrownBy(() -> scored.calibrated(new Calibration(Grade.EXCELLENT, "我很好", "ann", NOW)));
    }

    @Test
    void aPublishedGradeNeverChanges() {
        var published = scored.publishedBy(CUTOFFS);

        assertThatExceptionOfType(CycleProblem.NotInCalibration.class)
                .isThrownBy(() -> published.calibrated(new Calibration(Grade.GOOD, "晚了", "hana", NOW)));
        assertThatExceptionOfType(CycleProblem.NotInCalibration.class)
                .isThrownBy(() -> published.scored(Optional.of(Total.of("100")), "{}", 7));
        assertThatExceptionOfType(CycleProblem.NotInCalibration.class).isThrownBy(() -> published.publishedBy(CUTOFFS));
        assertThat(published.signed("ann", NOW).signed("tom", NOW).grade()).isEqualTo(published.grade());
    }

    @Test
    void personAndSuperiorSignOnceEachAndAfterPublishing() {
        var published = scored.publishedBy(CUTOFFS);

        assertThatExceptionOfType(CycleProblem.NotPublished.class).isThrownBy(() -> scored.signed("ann", NOW));
        assertThatExceptionOfType(CycleProblem.NotYoursToSign.class).isThrownBy(() -> published.signed("bob", NOW));
        var signed = published.signed("tom", NOW);
        assertThatExceptionOfType(CycleProblem.SignedBefore.class).isThrownBy(() -> signed.signed("tom", NOW));
        assertThat(signed.signed("ann", NOW).signedByPerson()).isEqualTo(NOW);
    }

    @Test
    void theVersionOfTheRulesIsTheOneThatMadeTheTotalHoweverLateItIsPublished() {
        assertThat(scored.calibrated(new Calibration(Grade.GOOD, "一分之差", "hana", NOW))
                        .publishedBy(CUTOFFS)
                        .signed("ann", NOW)
                        .rulesOfTotal())
                .isEqualTo(7)
                .isNotEqualTo(ScoringRules.VERSION);
        var cycle = CycleDocument.of(
                new CyclePlan(
                        "年度",
                        CycleKind.ANNUAL,
                        CycleExtent.COMPREHENSIVE,
                        new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                        LocalDate.of(2025, 12, 31),
                        Optional.empty(),
                        List.of(),
                        new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                        Thresholds.USUAL,
                        Optional.empty()),
                "secret");
        assertThat(CycleEvents.published(new AppraisalId("a"), scored.publishedBy(CUTOFFS), cycle, List.of()))
                .containsExactly(new AppraisalPublishedV1(
                        "a",
                        "c",
                        "ann",
                        "team",
                        "79.9",
                        "PASS",
                        List.of(),
                        7,
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 12, 31)));
    }

    @Test
    void positionsHeldAreBroughtUpToDateAsFarAsTheyFollowOnThoseThatPeopleWereAskedOf() {
        var asked = stay("t1", "team", 1, 90);
        var opened = AppraisalDocument.opened("c", "ann", "team", Optional.of("tom"), List.of(asked));

        var moved = opened.upToDate(List.of(stay("t2", "team", 1, 45), stay("t3", "other", 46, 90)));
        assertThat(moved.stays())
                .as("the template that people were asked by stays")
                .containsExactly(stay("t1", "team", 1, 45), stay("t3", "other", 46, 90));
        assertThat(moved.upToDate(moved.stays())).isEqualTo(moved);
        assertThat(opened.upToDate(List.of(stay("t1", "team", 1, 30))).stays())
                .containsExactly(stay("t1", "team", 1, 30));
        assertThat(opened.upToDate(List.of())).isEqualTo(opened);
        assertThat(opened.upToDate(List.of(stay("t1", "other", 1, 90)))).isEqualTo(opened);
        assertThat(opened.scored(Optional.of(Total.of("80")), "{}", 1)
                        .upToDate(moved.stays())
                        .stays())
                .as("what was scored is not judged anew")
                .containsExactly(asked);
    }

    private static StayDocument stay(String template, String department, int first, int last) {
        return new StayDocument(
                template, department, null, LocalDate.ofYearDay(2025, first), LocalDate.ofYearDay(2025, last));
    }

    @Test
    void whereNothingCountedThereIsNoGrade() {
        var nothing = AppraisalDocument.opened("c", "eve", "team", Optional.empty(), List.of())
                .scored(Optional.empty(), "{}", 7);

        assertThat(nothing.publishedBy(CUTOFFS).grade()).isNull();
        assertThatExceptionOfType(CycleProblem.NoGrade.class)
                .isThrownBy(() -> nothing.calibrated(new Calibration(Grade.PASS, "算了", "hana", NOW)));
    }
}
