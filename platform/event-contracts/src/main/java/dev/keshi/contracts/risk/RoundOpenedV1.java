package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * An identification round.
 *
 * @param rootDepartmentId asked with all below it that were open on the day
 * @param departments how many are asked
 */
@EventContract(
        type = "keshi.risk.round-opened.v1",
        topic = Topics.RISK,
        aggregate = "round",
        key = "roundId",
        en = "Departments are asked for their risks.",
        zh = "已启动风险识别轮次，请各部门识别风险。")
public record RoundOpenedV1(
        String roundId, String name, String rootDepartmentId, LocalDate asOf, LocalDate dueOn, int departments)
        implements PublishedEvent {}
