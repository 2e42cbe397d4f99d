package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.performance.cycle.AppraisalDocument.Calibration;
import dev.keshi.performance.cycle.AppraisalDocument.Interview;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppraisalTest {

    private static final Instant NOW = Instant.parse("2026-10-08T09:00:00Z");
    private static final EnterpriseTime TIME =
            new EnterpriseTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
    private static final Cutoffs CUTOFFS = Thresholds.USUAL.cutoffs();

    private static final String EXPLAINED = ExplanationText.write(new Explanation.Leaf("r-1", Points.of("79.9")));

    private final AppraisalDocument scored = AppraisalDocument.opened("c", "ann", "team", Optional.of("tom"), List.of())
            .scored(Optional.of(Total.of("79.9")), EXPLAINED, 7);

    @Test
    void theGradeFollowsFromTheTotalUntilSomebodySaysWhyNot() {
        assertThat(scored.gradeBy(CUTOFFS)).contains(Grade.PASS);

        var calibrated = scored.calibrated(new Calibration(Grade.GOOD, "一分之差", "hana", NOW))
                .calibrated(new Calibration(Grade.EXCELLENT, "重大贡献", "hugo", NOW));

        assertThat(calibrated.gradeBy(CUTOFFS)).contains(Grade.EXCELLENT);
        assertThat(calibrated.total()).isEqualTo(scored.total());
        assertThat(calibrated.publishedBy(CUTOFFS, NOW).calibrations())
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
        var published = scored.publishedBy(CUTOFFS, NOW);

        assertThatExceptionOfType(CycleProblem.NotInCalibration.class)
                .isThrownBy(() -> published.calibrated(new Calibration(Grade.GOOD, "晚了", "hana", NOW)));
        assertThatExceptionOfType(CycleProblem.NotInCalibration.class)
                .isThrownBy(() -> published.scored(Optional.of(Total.of("100")), "{}", 7));
        assertThatExceptionOfType(CycleProblem.NotInCalibration.class)
                .isThrownBy(() -> published.publishedBy(CUTOFFS, NOW));
        var interviewed = published.interviewed(heldBy("tom", "2026-10-08"), TIME);
        assertThat(interviewed
                        .signed("ann", false, NOW)
                        .signed("tom", false, NOW)
                        .grade())
                .isEqualTo(interviewed.grade())
                .isEqualTo(published.grade());
    }

    @Test
    void personAndSuperiorSignOnceEachAndAfterTheInterview() {
        var announced = scored.publishedBy(CUTOFFS, NOW);
        var published = announced.interviewed(heldBy("tom", "2026-10-08"), TIME);

        assertThatExceptionOfType(CycleProblem.NotPublished.class).isThrownBy(() -> scored.signed("ann", false, NOW));
        for (var signatory : List.of("ann", "tom")) {
            assertThatExceptionOfType(CycleProblem.InterviewNotHeld.class)
                    .isThrownBy(() -> announced.signed(signatory, false, NOW));
        }
        assertThatExceptionOfType(CycleProblem.NotYoursToSign.class)
                .isThrownBy(() -> announced.signed("bob", false, NOW));
        assertThatExceptionOfType(CycleProblem.NotYoursToSign.class)
                .isThrownBy(() -> published.signed("bob", false, NOW));
        var signed = published.signed("tom", false, NOW);
        assertThatExceptionOfType(CycleProblem.SignedBefore.class).isThrownBy(() -> signed.signed("tom", false, NOW));
        assertThat(signed.signed("ann", false, NOW).signedByPerson()).isEqualTo(NOW);
    }

    @Test
    void theInterviewIsHeldOnceBetweenPublishingAndTheSignatureByTheCalendarOfTheEnterprise() {
        // It is the ninth already where the enterprise is.
        var published = scored.publishedBy(CUTOFFS, Instant.parse("2026-10-08T17:00:00Z"));
        var time = new EnterpriseTime(Clock.fixed(Instant.parse("2026-10-09T17:00:00Z"), ZoneOffset.UTC), TIME.zone());

        assertThatExceptionOfType(CycleProblem.NotPublished.class)
                .isThrownBy(() -> scored.interviewed(heldBy("tom", "2026-10-09"), time));
        assertThatExceptionOfType(CycleProblem.InterviewBeforePublishing.class)
                .isThrownBy(() -> published.interviewed(heldBy("tom", "2026-10-08"), time))
                .satisfies(refused -> assertThat(refused.publishedOn()).isEqualTo("2026-10-09"));
        assertThatExceptionOfType(CycleProblem.InterviewInFuture.class)
                .isThrownBy(() -> published.interviewed(heldBy("tom", "2026-10-11"), time));
        assertThat(published.interviewed(heldBy("tom", "2026-10-10"), time).interview())
                .isEqualTo(heldBy("tom", "2026-10-10"));

        var interviewed = published.interviewed(heldBy("tom", "2026-10-09"), time);
        assertThatExceptionOfType(CycleProblem.InterviewHeldBefore.class)
                .isThrownBy(() -> interviewed.interviewed(heldBy("hana", "2026-10-10"), time));
        // Of what was published before interviews were recorded the superior could sign at once.
        var early = new AppraisalDocument(
                "c",
                "ann",
                "team",
                "tom",
                List.of(),
                true,
                null,
                null,
                null,
                Grade.GOOD,
                List.of(),
                null,
                null,
                null,
                NOW,
                null,
                null,
                null,
                null,
                null);
        assertThatExceptionOfType(CycleProblem.InterviewAfterSuperiorSigned.class)
                .isThrownBy(() -> early.interviewed(heldBy("hana", "2026-10-10"), time));
        var signed = interviewed.signed("ann", false, NOW);
        assertThatExceptionOfType(CycleProblem.InterviewAfterSigning.class)
                .isThrownBy(() -> signed.interviewed(heldBy("tom", "2026-10-10"), time));
        assertThat(signed.signed("tom", false, NOW).interview()).isEqualTo(interviewed.interview());
    }

    @Test
    void whoeverHeldTheInterviewSignsInTheSuperiorsPlace() {
        var interviewed = scored.publishedBy(CUTOFFS, NOW).interviewed(heldBy("hana", "2026-10-08"), TIME);

        var signed = interviewed.signed("hana", false, NOW);

        assertThat(signed.signedBySuperior()).isEqualTo(NOW);
        assertThat(signed.signedByPerson()).isNull();
        assertThatExceptionOfType(CycleProblem.SignedBefore.class).isThrownBy(() -> signed.signed("tom", false, NOW));
        assertThatExceptionOfType(CycleProblem.NotYoursToSign.class)
                .isThrownBy(() -> interviewed.signed("hugo", false, NOW));
    }

    @Test
    void whatIsWaitedForGoesFromOneToAnotherAndIsOverWhenItIsDone() {
        var announced = scored.publishedBy(CUTOFFS, NOW).toBeInterviewedBy(Optional.of("tom"));
        assertThat(announced.waitedFor().is(AppraisalDuty.INTERVIEW)).isTrue();
        var upper = announced.passedOn(Optional.of("uta"), NOW);
        assertThat(upper.waitsFor("uta")).isTrue();
        assertThat(upper.waitsFor("tom")).isFalse();

        var held = upper.interviewed(heldBy("uta", "2026-10-08"), TIME);
        assertThat(held.waitedFor().is(AppraisalDuty.SIGNATURE)).isTrue();
        assertThat(held.ownerOf(AppraisalDuty.SIGNATURE)).contains("uta");
        // That the interview was passed on makes nobody else a signatory.
        assertThatExceptionOfType(CycleProblem.NotYoursToSign.class).isThrownBy(() -> held.signed("hana", true, NOW));

        var passed = held.passedOn(Optional.of("vic"), NOW);
        assertThat(passed.waitedFor().passings())
                .containsExactly(
                        new AppraisalDocument.Passing(AppraisalDuty.INTERVIEW, "tom", "uta", NOW),
                        new AppraisalDocument.Passing(AppraisalDuty.SIGNATURE, "uta", "vic", NOW));
        assertThat(passed.signed("ann", true, NOW).waitsFor("vic")).isTrue();
        for (var signatory : List.of("vic", "uta", "tom")) {
            assertThat(passed.signed(signatory, false, NOW).waitedFor().duty()).isEmpty();
        }
        assertThat(passed.signed("hana", true, NOW).signedBySuperior()).isEqualTo(NOW);
        assertThatExceptionOfType(CycleProblem.NotYoursToSign.class).isThrownBy(() -> passed.signed("bob", false, NOW));
        assertThat(passed.signsInPlace("ann", true))
                .as("nobody countersigns the own appraisal")
                .isFalse();
    }

    private static Interview heldBy(String who, String day) {
        return new Interview(LocalDate.parse(day), "沟通顺畅", "进度预警偏晚", "每周五同步进度", null, who, NOW);
    }

    @Test
    void theVersionOfTheRulesIsTheOneThatMadeTheTotalHoweverLateItIsPublished() {
        assertThat(scored.calibrated(new Calibration(Grade.GOOD, "一分之差", "hana", NOW))
                        .publishedBy(CUTOFFS, NOW)
                        .interviewed(heldBy("tom", "2026-10-08"), TIME)
                        .signed("ann", false, NOW)
                        .rulesOfTotal())
                .isEqualTo(7)
                .isNotEqualTo(ScoringRules.VERSION);
        var cycle = CycleDocument.of(UsualPlan.of(Optional.empty()), "secret");
        var published = scored.publishedBy(CUTOFFS, NOW).toBeInterviewedBy(Optional.of("tom"));
        assertThat(CycleEvents.published(new AppraisalId("a"), published, cycle, List.of()))
                .containsExactly(new AppraisalPublishedV1(
                        "a",
                        "c",
                        "ann",
                        "team",
                        "79.9",
                        "PASS",
                        List.of(),
                        7,
                        "100.0",
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 12, 31),
                        "tom"));
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

        assertThat(nothing.publishedBy(CUTOFFS, NOW).grade()).isNull();
        assertThatExceptionOfType(CycleProblem.NoGrade.class)
                .isThrownBy(() -> nothing.calibrated(new Calibration(Grade.PASS, "算了", "hana", NOW)));
    }
}
