package dev.keshi.risk.register;

import static dev.keshi.risk.register.EstimateAspect.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.risk.MeasureAssignedV1;
import dev.keshi.contracts.risk.MeasureCompletedV1;
import dev.keshi.contracts.risk.RiskAssessmentOpenedV1;
import dev.keshi.contracts.risk.RiskAssessmentVerifiedV1;
import dev.keshi.risk.matrix.Exposure;
import dev.keshi.risk.matrix.RatedExposure;
import dev.keshi.risk.register.RiskCommand.Assess;
import dev.keshi.risk.register.RiskCommand.CompleteMeasure;
import dev.keshi.risk.register.RiskCommand.PlanMeasure;
import dev.keshi.risk.register.RiskCommand.Register;
import dev.keshi.risk.register.RiskCommand.Respond;
import dev.keshi.risk.register.RiskCommand.Verify;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskTest {

    private static final RiskId ID = new RiskId("r");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Scale SCALE = exposure -> {
        int product = exposure.likelihood() * exposure.impact();
        return new RatedExposure(exposure, product > 9 ? "HIGH" : "LOW", product > 9 ? 2 : 1, 1);
    };

    private final Risk risk = registered();

    @Test
    void aRegisteredRiskStandsInherentlyAndNow() {
        assertThat(risk.toDocument().current().exposure()).isEqualTo(new Exposure(4, 4));
        assertThat(risk.toDocument().inherent().level()).isEqualTo("HIGH");
        assertThat(types()).containsExactly("RiskRegisteredV1", "RiskAssessedV1", "RiskAssessedV1");
    }

    @Test
    void whatIsKeptIsTheSameRisk() {
        risk.respond(respond(RiskResponse.REDUCE, null), by("ona"));
        risk.planMeasure("m", measure("max", 1, 1), by("ona"));
        risk.warned("w", by("system"));

        assertThat(Risk.of(ID, risk.toDocument()).toDocument()).isEqualTo(risk.toDocument());
    }

    @Test
    void anAcceptanceWithoutExpiryIsRefused() {
        assertThatExceptionOfType(RiskProblem.AcceptanceWithoutExpiry.class)
                .isThrownBy(() -> risk.respond(respond(RiskResponse.ACCEPT, null), by("ona")));
        assertThat(risk.toDocument().response()).isNull();
    }

    @Test
    void anAcceptanceEndsAfterTodayAndWithinAYear() {
        for (var day : List.of(TODAY.minusDays(1), TODAY, TODAY.plusYears(1).plusDays(1))) {
            assertThatExceptionOfType(RiskProblem.AcceptanceExpiry.class)
                    .as(day.toString())
                    .isThrownBy(() -> risk.respond(respond(RiskResponse.ACCEPT, day), by("ona")));
        }
        risk.respond(respond(RiskResponse.ACCEPT, TODAY.plusYears(1)), by("ona"));
    }

    @Test
    void onlyAnAcceptanceExpires() {
        for (var other : List.of(RiskResponse.AVOID, RiskResponse.REDUCE, RiskResponse.TRANSFER)) {
            assertThatExceptionOfType(RiskProblem.ExpiryWithoutAcceptance.class)
                    .isThrownBy(() -> risk.respond(respond(other, TODAY.plusDays(1)), by("ona")));
        }
    }

    @Test
    void anAcceptanceEndsTheDayAfterItsLastOnceAndHasTheRiskLookedAtAgain() {
        risk.respond(respond(RiskResponse.ACCEPT, TODAY.plusDays(5)), by("ona"));
        risk.takeEvents();

        assertThat(risk.expireAcceptance(on(TODAY.plusDays(5)))).isFalse();
        assertThat(risk.expireAcceptance(on(TODAY.plusDays(6)))).isTrue();
        assertThat(risk.expireAcceptance(on(TODAY.plusDays(7)))).isFalse();

        assertThat(types()).containsExactly("RiskAcceptanceExpiredV1", "RiskAssessmentOpenedV1");
    }

    @ParameterizedTest
    @EnumSource(
            value = RiskResponse.class,
            names = {"AVOID", "TRANSFER"})
    void whatIsAvoidedOrTransferredIsLoweredVerifiedAndClosed(RiskResponse response) {
        risk.warned("w", by("system"));
        risk.respond(respond(response, null), by("ona"));
        risk.planMeasure("m", measure("max", 1, 1), by("ona"));
        assertThatExceptionOfType(RiskProblem.MeasuresOpen.class)
                .isThrownBy(() -> risk.respond(respond(RiskResponse.ACCEPT, TODAY.plusDays(5)), by("ona")));
        assertThatExceptionOfType(RiskProblem.MeasuresOpen.class).isThrownBy(() -> risk.close("已应对"));

        var cost = Optional.of(new Money(new BigDecimal("18000.00"), "CNY"));
        risk.complete(new CompleteMeasure(ID, "m", cost, Optional.of(new Reduction(3, 2)), "保单已生效"), SCALE, by("max"));

        assertThat(risk.toDocument().current().exposure()).isEqualTo(new Exposure(1, 2));
        assertThat(risk.toDocument().current().level()).isEqualTo("LOW");
        assertThatExceptionOfType(RiskProblem.AssessmentOpen.class).isThrownBy(() -> risk.close("已应对"));
        assertThat(risk.verify(verify(true, 1, 2), SCALE, by("tom"))).containsExactly("w");
        risk.close("已应对");
        assertThat(risk.toDocument().response())
                .satisfies(kept -> assertThat(kept.kind()).isEqualTo(response));
        assertThat(types())
                .endsWith(
                        "RiskRespondedV1",
                        "MeasureAssignedV1",
                        "MeasureCompletedV1",
                        "RiskAssessedV1",
                        "RiskAssessedV1",
                        "RiskAssessmentVerifiedV1",
                        "RiskClosedV1");
    }

    @Test
    void measuresNeedAResponseThatIsNoAcceptance() {
        assertThatExceptionOfType(RiskProblem.NoResponse.class)
                .isThrownBy(() -> risk.planMeasure("m", measure("max", 1, 0), by("ona")));
        risk.respond(respond(RiskResponse.ACCEPT, TODAY.plusDays(5)), by("ona"));
        assertThatExceptionOfType(RiskProblem.Accepted.class)
                .isThrownBy(() -> risk.planMeasure("m", measure("max", 1, 0), by("ona")));
    }

    @Test
    void aMeasureThatIsDoneLowersTheCurrentLevelByWhatItTookOff() {
        reducing(measure("max", 2, 1));

        risk.complete(done(Optional.empty()), SCALE, by("max"));

        var now = risk.toDocument();
        assertThat(now.current().exposure()).isEqualTo(new Exposure(2, 3));
        assertThat(now.current().level()).isEqualTo("LOW");
        assertThat(now.current().measureId()).isEqualTo("m");
        assertThat(now.inherent().exposure()).isEqualTo(new Exposure(4, 4));
        assertThat(types()).containsExactly("MeasureCompletedV1", "RiskAssessedV1");
    }

    @Test
    void itTookOffWhatItsOwnerSaysAndNeverMoreThanThereWas() {
        reducing(measure("max", 1, 0));

        risk.complete(done(Optional.of(new Reduction(0, 4))), SCALE, by("max"));

        assertThat(risk.toDocument().current().exposure()).isEqualTo(new Exposure(4, 1));
    }

    @Test
    void aMeasureIsDoneByItsOwnerAndOnce() {
        reducing(measure("max", 1, 0));

        assertThatExceptionOfType(RiskProblem.NotYourMeasure.class)
                .isThrownBy(() -> risk.complete(done(Optional.empty()), SCALE, by("ona")));
        risk.complete(done(Optional.empty()), SCALE, by("max"));
        assertThatExceptionOfType(RiskProblem.MeasureEnded.class)
                .isThrownBy(() -> risk.complete(done(Optional.empty()), SCALE, by("max")));
        assertThatExceptionOfType(RiskProblem.MeasureEnded.class).isThrownBy(() -> risk.cancel("m", "谈妥", by("ona")));
    }

    @Test
    void aMeasureWhoseWorkWasDoneTookOffWhatWasExpectedOnce() {
        reducing(measure("max", 2, 0));

        risk.doneElsewhere("m", SCALE, by("mia"));
        risk.doneElsewhere("m", SCALE, by("max"));
        risk.doneElsewhere("other", SCALE, by("max"));

        assertThat(risk.toDocument().current().exposure()).isEqualTo(new Exposure(2, 4));
        assertThat(risk.toDocument().measures()).singleElement().satisfies(measure -> {
            assertThat(measure.ownerId()).isEqualTo("mia");
            assertThat(measure.outcome()).isNull();
        });
        assertThat(types()).containsExactly("MeasureCompletedV1", "RiskAssessedV1");
    }

    @Test
    void doneOnTheDueDateIsOnTime() {
        reducing(measure("max", 1, 0));
        risk.complete(done(Optional.empty()), SCALE, new Stamp("max", Instant.EPOCH, TODAY.plusDays(30)));

        assertThat(risk.takeEvents().getFirst())
                .isInstanceOfSatisfying(
                        MeasureCompletedV1.class,
                        event -> assertThat(event.onTime()).isTrue());
    }

    @Test
    void aMeasureTellsItsOwnerWhatIsToBeDoneUntilWhen() {
        reducing(measure("max", 1, 0));
        risk.reassign("m", "mia");

        assertThat(risk.takeEvents()).singleElement().isInstanceOfSatisfying(MeasureAssignedV1.class, event -> {
            assertThat(event.ownerId()).isEqualTo("mia");
            assertThat(event.dueOn()).isEqualTo(TODAY.plusDays(30));
            assertThat(event.title()).isEqualTo("备份供应商");
            assertThat(event.budget()).isEqualTo("20000.00");
        });
    }

    @Test
    void twoWarningsOpenOneAssessment() {
        risk.takeEvents();
        risk.warned("w1", by("system"));
        risk.warned("w2", by("system"));
        risk.warned("w1", by("system"));

        assertThat(risk.takeEvents())
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        RiskAssessmentOpenedV1.class,
                        event -> assertThat(event.warnings()).containsExactly("w1", "w2"));
    }

    @Test
    void anotherOwnerHearsOfTheOpenAssessment() {
        risk.handOver("mia");
        assertThat(types()).doesNotContain("RiskAssessmentOpenedV1");
        risk.warned("w1", by("system"));
        risk.takeEvents();

        risk.handOver("ona");
        risk.handOver("ona");

        assertThat(risk.takeEvents()).hasSize(2).last().isInstanceOfSatisfying(RiskAssessmentOpenedV1.class, event -> {
            assertThat(event.ownerId()).isEqualTo("ona");
            assertThat(event.warnings()).containsExactly("w1");
            assertThat(event.title()).isEqualTo(risk.toDocument().title());
        });
    }

    @Test
    void verificationClosesTheAssessmentAndAnswersItsWarnings() {
        risk.warned("w1", by("system"));
        reducing(measure("max", 2, 0));
        risk.complete(done(Optional.empty()), SCALE, by("max"));
        risk.takeEvents();

        var answered = risk.verify(verify(true, 2, 4), SCALE, by("tom"));

        assertThat(answered).containsExactly("w1");
        assertThat(risk.toDocument().assessment()).isNull();
        assertThat(risk.takeEvents())
                .last()
                .isInstanceOfSatisfying(
                        RiskAssessmentVerifiedV1.class,
                        event -> assertThat(event.verifiedBy()).isEqualTo("tom"));
        assertThatExceptionOfType(RiskProblem.NothingToVerify.class)
                .isThrownBy(() -> risk.verify(verify(true, 2, 4), SCALE, by("tom")));
    }

    @Test
    void whatDidNotHelpStaysOpenAndStandsWhereItIsFound() {
        risk.warned("w1", by("system"));
        reducing(measure("max", 2, 0));
        risk.complete(done(Optional.empty()), SCALE, by("max"));

        assertThat(risk.verify(verify(false, 4, 4), SCALE, by("tom"))).isEmpty();

        assertThat(risk.toDocument().assessment()).isNotNull();
        assertThat(risk.toDocument().current().exposure()).isEqualTo(new Exposure(4, 4));
    }

    @Test
    void nobodyVerifiesTheOwnMeasures() {
        risk.warned("w1", by("system"));
        reducing(measure("ona", 2, 0));
        risk.complete(done(Optional.empty()), SCALE, by("ona"));

        assertThatExceptionOfType(RiskProblem.OwnMeasures.class)
                .isThrownBy(() -> risk.verify(verify(true, 2, 4), SCALE, by("ona")));
    }

    @Test
    void measuresEndBeforeTheyAreVerified() {
        risk.warned("w1", by("system"));
        reducing(measure("max", 2, 0));

        assertThatExceptionOfType(RiskProblem.MeasuresOpen.class)
                .isThrownBy(() -> risk.verify(verify(true, 2, 4), SCALE, by("tom")));
        risk.cancel("m", "供应商退出", by("ona"));
        risk.verify(verify(true, 4, 4), SCALE, by("tom"));
    }

    @Test
    void aRiskIsClosedWhenNothingIsLeftToDo() {
        risk.warned("w1", by("system"));
        assertThatExceptionOfType(RiskProblem.AssessmentOpen.class).isThrownBy(() -> risk.close("不再经营"));
        risk.verify(verify(true, 1, 1), SCALE, by("tom"));
        risk.close("不再经营");

        assertThatExceptionOfType(RiskProblem.Closed.class).isThrownBy(() -> risk.handOver("mia"));
    }

    @Test
    void aWarningOpensARiskThatWasClosedAgain() {
        risk.close("不再经营");
        risk.takeEvents();

        risk.warned("w", by("system"));

        assertThat(types()).containsExactly("RiskAssessmentOpenedV1");
        assertThat(risk.toDocument().closedBecause()).isNull();
        assertThat(risk.verify(verify(true, 1, 1), SCALE, by("tom"))).containsExactly("w");
    }

    @Test
    void aTargetLiesNotAboveWhereTheRiskStands() {
        assertThatExceptionOfType(RiskProblem.TargetAboveCurrent.class)
                .isThrownBy(() -> risk.assess(
                        new Assess(ID, new Exposure(2, 2), Optional.of(new Exposure(2, 3)), "复评"), SCALE, by("ona")));
    }

    @Test
    void theHistoryIsBoundedAndTheInherentLevelStays() {
        for (int i = 0; i < 2 * Risk.KEPT_ESTIMATES; i++) {
            risk.assess(new Assess(ID, new Exposure(1 + i % 5, 2), Optional.empty(), "复评"), SCALE, by("ona"));
        }
        assertThat(risk.toDocument().history()).hasSize(Risk.KEPT_ESTIMATES).allMatch(one -> one.aspect() == CURRENT);
        assertThat(risk.toDocument().inherent().exposure()).isEqualTo(new Exposure(4, 4));
    }

    private void reducing(PlanMeasure plan) {
        risk.respond(respond(RiskResponse.REDUCE, null), by("ona"));
        risk.planMeasure("m", plan, by("ona"));
        risk.takeEvents();
    }

    private List<String> types() {
        return risk.takeEvents().stream()
                .map(PublishedEvent::getClass)
                .map(Class::getSimpleName)
                .toList();
    }

    private static Risk registered() {
        return Risk.registered(
                ID,
                new Register(
                        new RiskContent(RiskKind.OPERATION, "供应商单一", "只有一家", Optional.empty(), Optional.empty()),
                        "team",
                        "ona",
                        new Exposure(4, 4),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                SCALE,
                by("ona"));
    }

    private static Respond respond(RiskResponse response, @Nullable LocalDate until) {
        return new Respond(ID, response, "成本", Optional.ofNullable(until));
    }

    private static PlanMeasure measure(String owner, int likelihood, int impact) {
        return new PlanMeasure(
                ID,
                "备份供应商",
                owner,
                TODAY.plusDays(30),
                Optional.of(new Money(new BigDecimal("20000.00"), "CNY")),
                new Reduction(likelihood, impact));
    }

    private static CompleteMeasure done(Optional<Reduction> actual) {
        return new CompleteMeasure(ID, "m", Optional.empty(), actual, "已签约");
    }

    private static Verify verify(boolean effective, int likelihood, int impact) {
        return new Verify(ID, effective, new Exposure(likelihood, impact), "现场查看");
    }

    private static Stamp by(String person) {
        return new Stamp(person, Instant.EPOCH, TODAY);
    }

    private static Stamp on(LocalDate day) {
        return new Stamp("system", Instant.EPOCH, day);
    }
}
