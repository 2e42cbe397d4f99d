package dev.keshi.risk.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A risk with what is done about it.
 *
 * @param ownerName absent for somebody who was erased
 * @param cause what it could come from
 * @param consequences what would come of it
 * @param history the newest estimates of all aspects, oldest first
 * @param assessment the one that is open
 * @param closedBecause absent while the risk is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskView(
        String id,
        RiskKind kind,
        String title,
        String description,
        @Nullable String cause,
        @Nullable String consequences,
        String departmentId,
        String ownerId,
        @Nullable String ownerName,
        @Nullable String roundId,
        Instant registeredAt,
        EstimateView inherent,
        EstimateView current,
        @Nullable EstimateView target,
        List<EstimateView> history,
        @Nullable ResponseView response,
        List<MeasureView> measures,
        @Nullable AssessmentView assessment,
        @Nullable String closedBecause) {

    public RiskView {
        history = List.copyOf(history);
        measures = List.copyOf(measures);
    }

    /**
     * @param likelihood 1 to 5
     * @param impact 1 to 5
     * @param level code of the level by that version of the matrix
     * @param rank 1 for the lowest level
     * @param measureId the measure that lowered it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EstimateView(
            EstimateAspect aspect,
            int likelihood,
            int impact,
            String level,
            int rank,
            int matrixVersion,
            EstimateCause cause,
            @Nullable String measureId,
            @Nullable String note,
            String by,
            Instant at) {}

    /** @param expired the last day of the acceptance has passed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResponseView(
            RiskResponse kind,
            String rationale,
            String by,
            Instant at,
            @Nullable LocalDate acceptedUntil,
            boolean expired) {}

    /** @param amount exact, as text, so that no reader rounds it */
    public record AmountView(String amount, String currency) {}

    /**
     * @param ownerName absent for somebody who was erased
     * @param budget absent when there is none, and for readers who may not see what measures cost
     * @param likelihoodSteps expected to be taken off
     * @param likelihoodTakenOff what it did take off, once it is done
     * @param late open and past its due date, or done after it
     * @param cost absent as the budget is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureView(
            String id,
            String title,
            String ownerId,
            @Nullable String ownerName,
            LocalDate dueOn,
            @Nullable AmountView budget,
            int likelihoodSteps,
            int impactSteps,
            @Nullable String assessmentId,
            MeasureStatus status,
            boolean late,
            @Nullable LocalDate endedOn,
            @Nullable AmountView cost,
            @Nullable Integer likelihoodTakenOff,
            @Nullable Integer impactTakenOff,
            @Nullable String outcome) {}

    /** @param warnings ids of the warnings that it answers */
    public record AssessmentView(String id, AssessmentCause cause, List<String> warnings, Instant openedAt) {

        public AssessmentView {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * As that reader may see it, who may see the risk: every answer that shows one is made here.
     *
     * @param names of people, by their ids
     */
    static Versioned<RiskView> of(
            Versioned<RiskDocument> stored, RiskReader reader, LocalDate today, Map<String, String> names) {
        var risk = stored.state();
        boolean costs = reader.seesCosts(risk);
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new RiskView(
                        stored.id(),
                        risk.kind(),
                        risk.title(),
                        risk.description(),
                        risk.cause(),
                        risk.consequences(),
                        risk.departmentId(),
                        risk.ownerId(),
                        names.get(risk.ownerId()),
                        risk.roundId(),
                        risk.registeredAt(),
                        view(risk.inherent()),
                        view(risk.current()),
                        risk.target() == null ? null : view(risk.target()),
                        risk.history().stream().map(RiskView::view).toList(),
                        risk.response() == null ? null : view(risk.response()),
                        risk.measures().stream()
                                .map(measure -> view(measure, costs, today, names))
                                .toList(),
                        risk.assessment() == null ? null : view(risk.assessment()),
                        risk.closedBecause()));
    }

    private static EstimateView view(RiskDocument.Estimate estimate) {
        return new EstimateView(
                estimate.aspect(),
                estimate.likelihood(),
                estimate.impact(),
                estimate.level(),
                estimate.rank(),
                estimate.matrixVersion(),
                estimate.cause(),
                estimate.measureId(),
                estimate.note(),
                estimate.by(),
                estimate.at());
    }

    private static ResponseView view(RiskDocument.Response response) {
        return new ResponseView(
                response.kind(),
                response.rationale(),
                response.by(),
                response.at(),
                response.acceptedUntil(),
                response.expired());
    }

    private static MeasureView view(
            RiskDocument.Measure measure, boolean costs, LocalDate today, Map<String, String> names) {
        return new MeasureView(
                measure.id(),
                measure.title(),
                measure.ownerId(),
                names.get(measure.ownerId()),
                measure.dueOn(),
                costs ? view(measure.budget()) : null,
                measure.likelihoodSteps(),
                measure.impactSteps(),
                measure.assessmentId(),
                measure.status(),
                measure.isLateOn(today),
                measure.endedOn(),
                costs ? view(measure.cost()) : null,
                measure.likelihoodTakenOff(),
                measure.impactTakenOff(),
                measure.outcome());
    }

    private static @Nullable AmountView view(RiskDocument.@Nullable Amount money) {
        return money == null ? null : new AmountView(money.amount().toPlainString(), money.currency());
    }

    private static AssessmentView view(RiskDocument.Assessment assessment) {
        return new AssessmentView(assessment.id(), assessment.cause(), assessment.warnings(), assessment.openedAt());
    }
}
