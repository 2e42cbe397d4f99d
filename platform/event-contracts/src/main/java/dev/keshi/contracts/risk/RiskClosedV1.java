package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A risk was closed. */
@EventContract(
        type = "keshi.risk.risk-closed.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "A risk is over.",
        zh = "风险已关闭。")
public record RiskClosedV1(String riskId, String departmentId) implements PublishedEvent {}
