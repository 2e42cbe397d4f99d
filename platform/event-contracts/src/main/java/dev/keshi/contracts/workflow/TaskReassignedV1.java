package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * A task has another assignee.
 *
 * @param assigneeId who must act from now on
 * @param reassignedBy administrator
 */
@EventContract(
        type = "keshi.workflow.task-reassigned.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "An administrator has given a task to another person.",
        zh = "管理员已将待办改派给他人。")
public record TaskReassignedV1(String instanceId, String taskId, String assigneeId, String reassignedBy)
        implements PublishedEvent {}
