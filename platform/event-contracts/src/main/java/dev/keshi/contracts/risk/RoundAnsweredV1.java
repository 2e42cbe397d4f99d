package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * A department's answer.
 *
 * @param risks how many it had registered in the round
 */
@EventContract(
        type = "keshi.risk.round-answered.v1",
        topic = Topics.RISK,
        aggregate = "round-answer",
        key = "answerId",
        en = "A department has said what risks it found.",
        zh = "部门已反馈风险识别结果。")
public record RoundAnsweredV1(
        String answerId,
        String roundId,
        String departmentId,
        String answeredBy,
        @KnownValues({"NOTHING_NEW", "RISKS_FOUND"}) String outcome,
        int risks)
        implements PublishedEvent {}
