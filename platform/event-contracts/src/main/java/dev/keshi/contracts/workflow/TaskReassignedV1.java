package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A task has another assignee.
 *
 * @param stepId id of the step in the BPMN model
 * @param stepName its name there
 * @param stepNameEn its English name there; absent when its author gave none
 * @param assigneeId who must act from now on
 * @param reassignedBy administrator
 * @param requestNumber number people quote, unique in the enterprise
 * @param processName name of the process definition, as its author wrote it
 * @param processNameEn its English name; absent when its author gave none
 * @param initiatorId person who asks
 * @param departmentId where the assignee worked then, as workflow-service knew it; absent without a department, and in events from before it was told
 */
@EventContract(
        type = "keshi.workflow.task-reassigned.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "An administrator has given a task to another person.",
        zh = "管理员已将待办改派给他人。")
public record TaskReassignedV1(
        String instanceId,
        String taskId,
        String stepId,
        String stepName,
        @Nullable String stepNameEn,
        String assigneeId,
        String reassignedBy,
        String requestNumber,
        String processName,
        @Nullable String processNameEn,
        String initiatorId,
        @Nullable String departmentId)
        implements PublishedEvent {}
