package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/** An acceptance has ended. */
@EventContract(
        type = "keshi.risk.risk-acceptance-expired.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "The acceptance of a risk has ended; it is to be looked at again.",
        zh = "对风险的接受已到期，须重新评估。")
public record RiskAcceptanceExpiredV1(String riskId, String departmentId, String ownerId, LocalDate acceptedUntil)
        implements PublishedEvent {}
