package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A warning goes up.
 *
 * @param name of the indicator; absent in events from before it was told
 */
@EventContract(
        type = "keshi.risk.warning-escalated.v1",
        topic = Topics.RISK,
        aggregate = "warning",
        key = "warningId",
        en = "Nobody took note of a warning in time, so the manager above is told.",
        zh = "预警未按时确认，已上报上级管理者。")
public record WarningEscalatedV1(
        String warningId,
        String indicatorId,
        String riskId,
        String departmentId,
        String ownerId,
        String escalatedTo,
        @Nullable String name,
        @Nullable String nameEn)
        implements PublishedEvent {}
