package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A task has an assignee now.
 *
 * @param claimedBy the only one who may decide from now on
 * @param departmentId where that person worked then, as workflow-service knew it; absent without a department, and in events from before it was told
 */
@EventContract(
        type = "keshi.workflow.task-claimed.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "One of the candidates has taken a task; the others need not act.",
        zh = "候选人之一已认领待办，其他人无需处理。")
public record TaskClaimedV1(
        String instanceId,
        String taskId,
        String claimedBy,
        @Nullable String departmentId) implements PublishedEvent {}
