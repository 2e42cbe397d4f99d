package dev.keshi.risk.register;

import dev.keshi.risk.matrix.Exposure;
import dev.keshi.risk.matrix.RatedExposure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A risk as it is kept.
 *
 * @param roundId the identification round that it was an answer to
 * @param history the newest estimates of all aspects, oldest first; the archive of events has all
 * @param assessments how many were opened
 * @param assessment the one that is open
 */
record RiskDocument(
        RiskKind kind,
        String title,
        String description,
        @Nullable String cause,
        @Nullable String consequences,
        String departmentId,
        String ownerId,
        @Nullable String roundId,
        Instant registeredAt,
        Estimate inherent,
        Estimate current,
        @Nullable Estimate target,
        List<Estimate> history,
        @Nullable Response response,
        List<Measure> measures,
        int assessments,
        @Nullable Assessment assessment,
        @Nullable String closedBecause) {

    RiskDocument {
        history = List.copyOf(history);
        measures = List.copyOf(measures);
    }

    /** Who answers for it or for a measure. */
    Stream<String> owners() {
        return Stream.concat(Stream.of(ownerId), measures.stream().map(Measure::ownerId));
    }

    /** Where the risk stands in one aspect. */
    record Estimate(
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
            Instant at) {

        static Estimate of(EstimateAspect aspect, RatedExposure rated, EstimateCause cause, String note, Stamp stamp) {
            return new Estimate(
                    aspect,
                    rated.exposure().likelihood(),
                    rated.exposure().impact(),
                    rated.level(),
                    rated.rank(),
                    rated.matrixVersion(),
                    cause,
                    null,
                    note.isEmpty() ? null : note,
                    stamp.by(),
                    stamp.at());
        }

        Estimate ofMeasure(String id) {
            return new Estimate(aspect, likelihood, impact, level, rank, matrixVersion, cause, id, note, by, at);
        }

        Exposure exposure() {
            return new Exposure(likelihood, impact);
        }
    }

    /** @param acceptedUntil the last day of an acceptance */
    record Response(
            RiskResponse kind,
            String rationale,
            String by,
            Instant at,
            @Nullable LocalDate acceptedUntil,
            boolean expired) {

        boolean isOverOn(LocalDate day) {
            return !expired && acceptedUntil != null && acceptedUntil.isBefore(day);
        }

        Response ended() {
            return new Response(kind, rationale, by, at, acceptedUntil, true);
        }
    }

    /** An amount and its currency, which are there together or not at all. */
    record Amount(BigDecimal amount, String currency) {

        static @Nullable Amount of(Optional<Money> money) {
            return money.map(one -> new Amount(one.amount(), one.currency())).orElse(null);
        }
    }

    /**
     * @param assessmentId under which it was planned
     * @param likelihoodSteps expected, from its completion on taken off
     */
    record Measure(
            String id,
            String title,
            String ownerId,
            LocalDate dueOn,
            @Nullable Amount budget,
            int likelihoodSteps,
            int impactSteps,
            @Nullable String assessmentId,
            MeasureStatus status,
            @Nullable LocalDate endedOn,
            @Nullable Amount cost,
            @Nullable Integer likelihoodTakenOff,
            @Nullable Integer impactTakenOff,
            @Nullable String outcome) {

        static Measure planned(String id, RiskCommand.PlanMeasure plan, @Nullable String assessmentId) {
            return new Measure(
                    id,
                    plan.title(),
                    plan.ownerId(),
                    plan.dueOn(),
                    Amount.of(plan.budget()),
                    plan.expected().likelihood(),
                    plan.expected().impact(),
                    assessmentId,
                    MeasureStatus.PLANNED,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        boolean isOpen() {
            return status == MeasureStatus.PLANNED;
        }

        boolean isLateOn(LocalDate today) {
            return switch (status) {
                case PLANNED -> today.isAfter(dueOn);
                case DONE -> endedOn != null && endedOn.isAfter(dueOn);
                case CANCELLED -> false;
            };
        }

        Measure of(String owner) {
            return new Measure(
                    id,
                    title,
                    owner,
                    dueOn,
                    budget,
                    likelihoodSteps,
                    impactSteps,
                    assessmentId,
                    status,
                    endedOn,
                    cost,
                    likelihoodTakenOff,
                    impactTakenOff,
                    outcome);
        }

        Measure done(LocalDate on, Optional<Money> spent, Reduction actual, String result) {
            return ended(
                    MeasureStatus.DONE,
                    on,
                    spent,
                    actual.likelihood(),
                    actual.impact(),
                    result.isEmpty() ? null : result);
        }

        Measure cancelled(LocalDate on, String reason) {
            return ended(MeasureStatus.CANCELLED, on, Optional.empty(), null, null, reason);
        }

        Reduction expected() {
            return new Reduction(likelihoodSteps, impactSteps);
        }

        private Measure ended(
                MeasureStatus how,
                LocalDate on,
                Optional<Money> spent,
                @Nullable Integer likelihood,
                @Nullable Integer impact,
                @Nullable String result) {
            return new Measure(
                    id,
                    title,
                    ownerId,
                    dueOn,
                    budget,
                    likelihoodSteps,
                    impactSteps,
                    assessmentId,
                    how,
                    on,
                    Amount.of(spent),
                    likelihood,
                    impact,
                    result);
        }
    }

    /** @param warnings those that this assessment answers */
    record Assessment(String id, AssessmentCause cause, List<String> warnings, Instant openedAt) {

        Assessment {
            warnings = List.copyOf(warnings);
        }
    }
}
