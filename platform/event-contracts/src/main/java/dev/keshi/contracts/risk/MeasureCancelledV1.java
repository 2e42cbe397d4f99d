package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/** A measure was cancelled. */
@EventContract(
        type = "keshi.risk.measure-cancelled.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "A measure is not to be carried out any more.",
        zh = "应对措施已取消。")
public record MeasureCancelledV1(String riskId, String measureId, String departmentId, String ownerId)
        implements PublishedEvent {}
