package dev.keshi.contracts.risk;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure has an owner, the first or another.
 *
 * @param assessmentId under which it was planned
 * @param budget exact, as text
 */
@EventContract(
        type = "keshi.risk.measure-assigned.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "Somebody has to carry out a measure.",
        zh = "已指定应对措施的负责人。")
public record MeasureAssignedV1(
        String riskId,
        String measureId,
        @Nullable String assessmentId,
        String departmentId,
        String title,
        String ownerId,
        LocalDate dueOn,
        @Confidential @Nullable String budget,
        @Confidential @Nullable String currency)
        implements PublishedEvent {}
