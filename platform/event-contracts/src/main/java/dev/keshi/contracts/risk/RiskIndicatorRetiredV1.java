package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** An indicator was retired. */
@EventContract(
        type = "keshi.risk.risk-indicator-retired.v1",
        topic = Topics.RISK,
        aggregate = "indicator",
        key = "indicatorId",
        en = "A risk indicator is watched no longer.",
        zh = "风险指标已停用。")
public record RiskIndicatorRetiredV1(String indicatorId, String departmentId) implements PublishedEvent {}
