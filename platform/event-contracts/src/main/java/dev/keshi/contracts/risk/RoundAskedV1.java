package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * A department is asked for its risks in an identification round; it has one answer to give.
 *
 * @param answerId the answer it will give
 * @param departmentId the department that is asked
 * @param name of the round
 */
@EventContract(
        type = "keshi.risk.round-asked.v1",
        topic = Topics.RISK,
        aggregate = "round-answer",
        key = "answerId",
        en = "A department is asked for its risks.",
        zh = "已要求部门识别风险。")
public record RoundAskedV1(String answerId, String roundId, String departmentId, String name, LocalDate dueOn)
        implements PublishedEvent {}
