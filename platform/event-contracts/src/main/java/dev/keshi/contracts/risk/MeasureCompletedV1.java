package dev.keshi.contracts.risk;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure was carried out.
 *
 * @param onTime done on the due date or before
 * @param cost exact, as text
 */
@EventContract(
        type = "keshi.risk.measure-completed.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "A measure is done.",
        zh = "应对措施已完成。")
public record MeasureCompletedV1(
        String riskId,
        String measureId,
        @Nullable String assessmentId,
        String departmentId,
        String ownerId,
        LocalDate dueOn,
        LocalDate completedOn,
        boolean onTime,
        @Confidential @Nullable String cost,
        @Confidential @Nullable String currency)
        implements PublishedEvent {}
