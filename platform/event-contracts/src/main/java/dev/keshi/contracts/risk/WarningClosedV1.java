package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A warning is over. */
@EventContract(
        type = "keshi.risk.warning-closed.v1",
        topic = Topics.RISK,
        aggregate = "warning",
        key = "warningId",
        en = "The assessment that a warning opened is verified.",
        zh = "预警所引起的评估已验证，预警关闭。")
public record WarningClosedV1(String warningId, String indicatorId, String riskId, String departmentId, String ownerId)
        implements PublishedEvent {}
