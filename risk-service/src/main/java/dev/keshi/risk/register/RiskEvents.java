package dev.keshi.risk.register;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.risk.MeasureAssignedV1;
import dev.keshi.contracts.risk.MeasureCancelledV1;
import dev.keshi.contracts.risk.MeasureCompletedV1;
import dev.keshi.contracts.risk.RiskAcceptanceExpiredV1;
import dev.keshi.contracts.risk.RiskAssessedV1;
import dev.keshi.contracts.risk.RiskAssessmentOpenedV1;
import dev.keshi.contracts.risk.RiskAssessmentVerifiedV1;
import dev.keshi.contracts.risk.RiskChangedV1;
import dev.keshi.contracts.risk.RiskClosedV1;
import dev.keshi.contracts.risk.RiskRegisteredV1;
import dev.keshi.contracts.risk.RiskRespondedV1;
import dev.keshi.risk.register.RiskDocument.Amount;
import dev.keshi.risk.register.RiskDocument.Assessment;
import dev.keshi.risk.register.RiskDocument.Estimate;
import dev.keshi.risk.register.RiskDocument.Measure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What others hear of risks. */
final class RiskEvents {

    private RiskEvents() {}

    static PublishedEvent registered(RiskId id, RiskDocument risk) {
        return new RiskRegisteredV1(
                id.value(), risk.kind().name(), risk.title(), risk.departmentId(), risk.ownerId(), risk.roundId());
    }

    static PublishedEvent described(RiskId id, RiskDocument risk) {
        return new RiskChangedV1(id.value(), risk.kind().name(), risk.title(), risk.departmentId(), risk.ownerId());
    }

    static PublishedEvent assessed(RiskId id, String departmentId, Estimate estimate) {
        return new RiskAssessedV1(
                id.value(),
                departmentId,
                estimate.aspect().name(),
                estimate.likelihood(),
                estimate.impact(),
                estimate.level(),
                estimate.rank(),
                estimate.matrixVersion(),
                estimate.cause().name(),
                estimate.measureId());
    }

    static PublishedEvent responded(RiskId id, RiskDocument risk) {
        var response = Objects.requireNonNull(risk.response());
        return new RiskRespondedV1(
                id.value(), risk.departmentId(), response.kind().name(), response.acceptedUntil());
    }

    static PublishedEvent acceptanceExpired(RiskId id, RiskDocument risk) {
        var until =
                Objects.requireNonNull(Objects.requireNonNull(risk.response()).acceptedUntil());
        return new RiskAcceptanceExpiredV1(id.value(), risk.departmentId(), risk.ownerId(), until);
    }

    static PublishedEvent assessmentOpened(RiskId id, RiskDocument risk, Assessment assessment) {
        return new RiskAssessmentOpenedV1(
                id.value(),
                assessment.id(),
                risk.departmentId(),
                risk.ownerId(),
                assessment.cause().name(),
                assessment.warnings(),
                risk.title());
    }

    static PublishedEvent verified(
            RiskId id, String departmentId, Assessment assessment, boolean effective, Estimate current) {
        return new RiskAssessmentVerifiedV1(
                id.value(), assessment.id(), departmentId, current.by(), effective, assessment.warnings());
    }

    static PublishedEvent assigned(RiskId id, String departmentId, Measure measure) {
        return new MeasureAssignedV1(
                id.value(),
                measure.id(),
                measure.assessmentId(),
                departmentId,
                measure.title(),
                measure.ownerId(),
                measure.dueOn(),
                amount(measure.budget()),
                currency(measure.budget()));
    }

    static PublishedEvent completed(RiskId id, String departmentId, Measure measure) {
        var on = Objects.requireNonNull(measure.endedOn());
        return new MeasureCompletedV1(
                id.value(),
                measure.id(),
                measure.assessmentId(),
                departmentId,
                measure.ownerId(),
                measure.dueOn(),
                on,
                !on.isAfter(measure.dueOn()),
                amount(measure.cost()),
                currency(measure.cost()));
    }

    static PublishedEvent cancelled(RiskId id, String departmentId, Measure measure) {
        return new MeasureCancelledV1(id.value(), measure.id(), departmentId, measure.ownerId());
    }

    static PublishedEvent closed(RiskId id, String departmentId) {
        return new RiskClosedV1(id.value(), departmentId);
    }

    private static @Nullable String amount(@Nullable Amount money) {
        return money == null ? null : money.amount().toPlainString();
    }

    private static @Nullable String currency(@Nullable Amount money) {
        return money == null ? null : money.currency();
    }
}
