package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of a risk.
 *
 * @param rank 1 for the lowest level of that version
 * @param measureId the measure that lowered it
 */
@EventContract(
        type = "keshi.risk.risk-assessed.v1",
        topic = Topics.RISK,
        aggregate = "risk",
        key = "riskId",
        en = "Where a risk stands has been assessed.",
        zh = "已评估风险的等级。")
public record RiskAssessedV1(
        String riskId,
        String departmentId,
        @KnownValues({"INHERENT", "CURRENT", "TARGET"}) String aspect,
        int likelihood,
        int impact,
        String level,
        int rank,
        int matrixVersion,

        @KnownValues({"REGISTRATION", "REVIEW", "MEASURE", "VERIFICATION"})
        String cause,

        @Nullable String measureId)
        implements PublishedEvent {}
