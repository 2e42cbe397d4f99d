package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.performance.cycle.AppraisalDocument.Calibration;
import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppraisalTest {

    private static final Instant NOW = Instant.parse("2026-10-08T09:00:00Z");
    private static final Cutoffs CUTOFFS = Thresholds.USUAL.cutoffs();

    private final AppraisalDocument scored = AppraisalDocument.opened("c", "ann", "team", Optional.of("tom"), List.of())
            .scored(Optional.of(Total.of("79.9")), "{}");

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
                .isThrownBy(() -> published.scored(Optional.of(Total.of("100")), "{}"));
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
    void whereNothingCountedThereIsNoGrade() {
        var nothing = AppraisalDocument.opened("c", "eve", "team", Optional.empty(), List.of())
                .scored(Optional.empty(), "{}");

        assertThat(nothing.publishedBy(CUTOFFS).grade()).isNull();
        assertThatExceptionOfType(CycleProblem.NoGrade.class)
                .isThrownBy(() -> nothing.calibrated(new Calibration(Grade.PASS, "算了", "hana", NOW)));
    }
}
