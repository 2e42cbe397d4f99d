package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A warning stands no longer.
 *
 * @param recoveredOn the period whose value ended it; absent when a correction or another rule took the breach away
 */
@EventContract(
        type = "keshi.risk.warning-recovered.v1",
        topic = Topics.RISK,
        aggregate = "warning",
        key = "warningId",
        en = "The figure that raised a warning has recovered.",
        zh = "触发预警的指标已恢复。")
public record WarningRecoveredV1(
        String warningId,
        String indicatorId,
        String departmentId,
        String ownerId,
        @Nullable LocalDate recoveredOn) implements PublishedEvent {}
