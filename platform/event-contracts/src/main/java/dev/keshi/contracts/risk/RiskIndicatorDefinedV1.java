package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An indicator, completely.
 *
 * @param threshold a value that reaches it is a breach; exact, as text
 * @param recovery a value that reaches it ends the warning; exact, as text
 * @param feedIndicator the indicator of performance-service whose values it takes; absent when they are reported
 * @param feedDepartmentId the department whose values it takes; absent when they are reported
 */
@EventContract(
        type = "keshi.risk.risk-indicator-defined.v1",
        topic = Topics.RISK,
        aggregate = "indicator",
        key = "indicatorId",
        en = "A risk is watched by an indicator, as it is told here from now on.",
        zh = "已设立或修改风险指标，以本事件所述为准。")
public record RiskIndicatorDefinedV1(
        String indicatorId,
        String riskId,
        String departmentId,
        String ownerId,
        String name,
        @Nullable String nameEn,
        String unit,
        @KnownValues({"ABOVE", "BELOW"}) String direction,
        String threshold,
        String recovery,
        int breaches,

        @KnownValues({"DAILY", "WEEKLY", "MONTHLY", "QUARTERLY"})
        String rhythm,

        @Nullable String feedIndicator,
        @Nullable String feedDepartmentId)
        implements PublishedEvent {}
