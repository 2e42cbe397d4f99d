package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * An assessment was verified.
 *
 * @param effective whether it is closed by that
 * @param warnings those that it answers
 */
@EventContract(
        type = "keshi.risk.risk-assessment-verified.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "Somebody has verified whether the response to a risk helped.",
        zh = "已验证风险应对的效果。")
public record RiskAssessmentVerifiedV1(
        String riskId,
        String assessmentId,
        String departmentId,
        String verifiedBy,
        boolean effective,
        List<String> warnings)
        implements PublishedEvent {

    public RiskAssessmentVerifiedV1 {
        warnings = List.copyOf(warnings);
    }
}
