package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment is open; a risk that was closed is open again by it. Told anew when it answers one warning more, and when the risk has
 * another owner or title while it is open.
 *
 * @param warnings those that it answers, completely
 * @param title of the risk; older events have none
 */
@EventContract(
        type = "keshi.risk.risk-assessment-opened.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en =
                "A risk is to be looked at again, for one warning more, or by another owner; if it was closed it is open again.",
        zh = "须重新评估风险，或该评估又涉及一个预警、已换负责人；已关闭的风险随之重新打开。")
public record RiskAssessmentOpenedV1(
        String riskId,
        String assessmentId,
        String departmentId,
        String ownerId,
        @KnownValues({"WARNING", "ACCEPTANCE_EXPIRED"}) String cause,
        List<String> warnings,
        @Nullable String title)
        implements PublishedEvent {

    public RiskAssessmentOpenedV1 {
        warnings = List.copyOf(warnings);
    }
}
