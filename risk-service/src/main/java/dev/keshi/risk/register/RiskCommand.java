package dev.keshi.risk.register;

import dev.keshi.risk.matrix.Exposure;
import java.time.LocalDate;
import java.util.Optional;

/** What can be asked of the register. */
public sealed interface RiskCommand {

    /**
     * A risk that was found.
     *
     * @param current as the inherent one when nothing is done about it yet
     * @param roundId the identification round that it is an answer to
     */
    record Register(
            RiskContent content,
            String departmentId,
            String ownerId,
            Exposure inherent,
            Optional<Exposure> current,
            Optional<Exposure> target,
            Optional<String> roundId)
            implements RiskCommand {}

    /** A command about a risk that is in the register. */
    sealed interface OfExisting extends RiskCommand {
        RiskId id();
    }

    /** The description as it is from now on, completely. */
    record Describe(RiskId id, RiskContent content) implements OfExisting {}

    /** Somebody else answers for it. */
    record HandOver(RiskId id, String ownerId) implements OfExisting {}

    /** Where it stands now and, when that changes too, where it is meant to stand. */
    record Assess(RiskId id, Exposure current, Optional<Exposure> target, String note) implements OfExisting {}

    /** @param acceptedUntil for {@link RiskResponse#ACCEPT}, and only for it */
    record Respond(RiskId id, RiskResponse response, String rationale, Optional<LocalDate> acceptedUntil)
            implements OfExisting {}

    record PlanMeasure(
            RiskId id, String title, String ownerId, LocalDate dueOn, Optional<Money> budget, Reduction expected)
            implements OfExisting {}

    /** Somebody else carries it out. */
    record ReassignMeasure(RiskId id, String measureId, String ownerId) implements OfExisting {}

    /**
     * By its owner.
     *
     * @param actual what it took off; as expected when it is not said
     */
    record CompleteMeasure(
            RiskId id, String measureId, Optional<Money> cost, Optional<Reduction> actual, String outcome)
            implements OfExisting {}

    record CancelMeasure(RiskId id, String measureId, String reason) implements OfExisting {}

    /** @param effective whether the assessment is closed by it */
    record Verify(RiskId id, boolean effective, Exposure current, String note) implements OfExisting {}

    record Close(RiskId id, String reason) implements OfExisting {}
}
