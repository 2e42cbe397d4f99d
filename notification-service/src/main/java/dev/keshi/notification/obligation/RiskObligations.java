package dev.keshi.notification.obligation;

import dev.keshi.contracts.risk.MeasureAssignedV1;
import dev.keshi.contracts.risk.MeasureCancelledV1;
import dev.keshi.contracts.risk.MeasureCompletedV1;
import dev.keshi.contracts.risk.RiskAssessmentOpenedV1;
import dev.keshi.contracts.risk.RiskAssessmentVerifiedV1;
import dev.keshi.contracts.risk.RoundAnsweredV1;
import dev.keshi.contracts.risk.RoundAskedV1;
import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Measures of their owners, warnings until somebody takes note, rounds of whoever leads a department that is asked. */
public final class RiskObligations {

    private RiskObligations() {}

    public static ObligationChange of(MeasureAssignedV1 measure) {
        return ObligationChange.of(ObligationId.ofMeasure(measure.measureId()))
                .about(Topic.of(measure.title(), null, measure.measureId(), measure.riskId()))
                .waitsFor(List.of(Holder.person(measure.ownerId())))
                .dueOn(measure.dueOn());
    }

    public static ObligationChange of(MeasureCompletedV1 measure) {
        return ObligationChange.of(ObligationId.ofMeasure(measure.measureId())).over();
    }

    public static ObligationChange of(MeasureCancelledV1 measure) {
        return ObligationChange.of(ObligationId.ofMeasure(measure.measureId())).over();
    }

    public static ObligationChange of(WarningRaisedV1 warning) {
        return ObligationChange.of(ObligationId.ofWarning(warning.warningId()))
                .about(Topic.of(warning.name(), warning.nameEn(), warning.warningId(), warning.riskId()))
                .waitsFor(List.of(Holder.person(warning.ownerId())))
                .beginning();
    }

    /** It waits for either; whoever takes note first settles it for both. */
    public static ObligationChange of(WarningEscalatedV1 warning) {
        return ObligationChange.of(ObligationId.ofWarning(warning.warningId()))
                .joins(Holder.person(warning.escalatedTo()), List.of(Holder.person(warning.ownerId())));
    }

    public static ObligationChange of(WarningAcknowledgedV1 warning) {
        return ObligationChange.of(ObligationId.ofWarning(warning.warningId())).over();
    }

    public static ObligationChange of(WarningClosedV1 warning) {
        return ObligationChange.of(ObligationId.ofWarning(warning.warningId())).over();
    }

    /** Told anew when another owner has to do it. */
    public static ObligationChange of(RiskAssessmentOpenedV1 assessment) {
        var title = Objects.requireNonNullElse(assessment.title(), assessment.riskId());
        return ObligationChange.of(ObligationId.ofAssessment(assessment.assessmentId()))
                .about(Topic.of(title, null, assessment.riskId(), assessment.assessmentId()))
                .waitsFor(List.of(Holder.person(assessment.ownerId())));
    }

    /** What has not helped is to be gone on with. */
    public static Optional<ObligationChange> of(RiskAssessmentVerifiedV1 assessment) {
        return assessment.effective()
                ? Optional.of(ObligationChange.of(ObligationId.ofAssessment(assessment.assessmentId()))
                        .over())
                : Optional.empty();
    }

    public static ObligationChange of(RoundAskedV1 asked) {
        return ObligationChange.of(ObligationId.ofRoundAnswer(asked.answerId()))
                .about(Topic.of(asked.name(), null, asked.departmentId(), asked.roundId()))
                .waitsFor(List.of(Holder.leadersOf(asked.departmentId())))
                .dueOn(asked.dueOn());
    }

    public static ObligationChange of(RoundAnsweredV1 answered) {
        return ObligationChange.of(ObligationId.ofRoundAnswer(answered.answerId()))
                .over();
    }
}
