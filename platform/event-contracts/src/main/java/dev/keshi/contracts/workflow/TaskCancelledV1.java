package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * An open task went away without a decision.
 *
 * @param reason WITHDRAWN or ENDED
 */
@EventContract(
        type = "keshi.workflow.task-cancelled.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "Nobody needs to act on a task any more.",
        zh = "待办已取消，无需再处理。")
public record TaskCancelledV1(
        String instanceId,
        String taskId,
        @KnownValues({"WITHDRAWN", "ENDED"}) String reason) implements PublishedEvent {}
