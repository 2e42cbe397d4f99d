package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A risk was described anew or handed over. */
@EventContract(
        type = "keshi.risk.risk-changed.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "What a risk is, or who answers for it, has changed.",
        zh = "风险的描述或负责人已变更。")
public record RiskChangedV1(
        String riskId,

        @KnownValues({"MARKET", "FINANCE", "OPERATION", "COMPLIANCE", "INFORMATION", "SAFETY"})
        String kind,

        String title,
        String departmentId,
        String ownerId)
        implements PublishedEvent {}
