package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * Values that are new or differ.
 *
 * @param values by period, in order
 * @param warned whether a warning stands after them
 */
@EventContract(
        type = "keshi.risk.risk-indicator-reported.v1",
        topic = Topics.RISK,
        aggregate = "indicator",
        key = "indicatorId",
        en = "Values of a risk indicator were reported or corrected.",
        zh = "已上报或更正风险指标的数值。")
public record RiskIndicatorReportedV1(
        String indicatorId, String departmentId, List<ReportedValue> values, boolean warned) implements PublishedEvent {

    public RiskIndicatorReportedV1 {
        values = List.copyOf(values);
    }
}
