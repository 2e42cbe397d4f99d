package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An early warning, with the indicator as it was.
 *
 * @param since the period whose value raised it
 * @param value of that period; exact, as text
 */
@EventContract(
        type = "keshi.risk.warning-raised.v1",
        topic = Topics.RISK,
        aggregate = "warning",
        key = "warningId",
        en = "A risk indicator has crossed its threshold often enough in a row.",
        zh = "风险指标连续越过阈值，已发出预警。")
public record WarningRaisedV1(
        String warningId,
        String indicatorId,
        String riskId,
        String departmentId,
        String ownerId,
        String name,
        @Nullable String nameEn,
        String unit,
        @KnownValues({"ABOVE", "BELOW"}) String direction,
        String threshold,
        LocalDate since,
        @Nullable String value)
        implements PublishedEvent {}
