package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A risk was found.
 *
 * @param roundId the identification round that it is an answer to
 */
@EventContract(
        type = "keshi.risk.risk-registered.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "A risk is in the register.",
        zh = "风险已登记。")
public record RiskRegisteredV1(
        String riskId,

        @KnownValues({"MARKET", "FINANCE", "OPERATION", "COMPLIANCE", "INFORMATION", "SAFETY"})
        String kind,

        String title,
        String departmentId,
        String ownerId,
        @Nullable String roundId)
        implements PublishedEvent {}
