package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A response to a risk.
 *
 * @param acceptedUntil the last day of an acceptance
 */
@EventContract(
        type = "keshi.risk.risk-responded.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "What is done about a risk has been decided.",
        zh = "已决定风险的应对方式。")
public record RiskRespondedV1(
        String riskId,
        String departmentId,

        @KnownValues({"AVOID", "REDUCE", "TRANSFER", "ACCEPT"})
        String response,

        @Nullable LocalDate acceptedUntil)
        implements PublishedEvent {}
