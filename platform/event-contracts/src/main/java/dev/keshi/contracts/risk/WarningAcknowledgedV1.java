package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A warning is known. */
@EventContract(
        type = "keshi.risk.warning-acknowledged.v1",
        topic = Topics.RISK,
        aggregate = "warning",
        key = "warningId",
        en = "Somebody has taken note of a warning.",
        zh = "已有人确认知悉预警。")
public record WarningAcknowledgedV1(String warningId, String departmentId, String ownerId, String acknowledgedBy)
        implements PublishedEvent {}
