package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * An assessment is open; a risk that was closed is open again by it.
 *
 * @param warnings those that it answers, completely
 */
@EventContract(
        type = "keshi.risk.risk-assessment-opened.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "A risk is to be looked at again, or for one warning more; if it was closed it is open again.",
        zh = "须重新评估风险，或该评估又涉及一个预警；已关闭的风险随之重新打开。")
public record RiskAssessmentOpenedV1(
        String riskId,
        String assessmentId,
        String departmentId,
        String ownerId,
        @KnownValues({"WARNING", "ACCEPTANCE_EXPIRED"}) String cause,
        List<String> warnings)
        implements PublishedEvent {

    public RiskAssessmentOpenedV1 {
        warnings = List.copyOf(warnings);
    }
}
