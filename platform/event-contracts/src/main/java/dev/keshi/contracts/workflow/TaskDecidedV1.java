package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The entitled person has decided.
 *
 * @param taskId id of the task, unique for ever
 * @param stepId id of the step in the BPMN model
 * @param stepName its name there
 * @param stepNameEn its English name there; absent when its author gave none
 * @param outcome APPROVED or REJECTED
 * @param decidedBy person, or {@code system} where a rule of the model decides
 * @param requestNumber number people quote, unique in the enterprise
 * @param processName name of the process definition, as its author wrote it
 * @param processNameEn its English name; absent when its author gave none
 * @param initiatorId person who asks
 * @param departmentId where whoever decided worked then, as workflow-service knew it; absent without a department, and in events from before it was told
 */
@EventContract(
        type = "keshi.workflow.task-decided.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "A task was approved or rejected.",
        zh = "待办已审批（同意或拒绝）。")
public record TaskDecidedV1(
        String instanceId,
        String taskId,
        String stepId,
        String stepName,
        @Nullable String stepNameEn,
        @KnownValues({"APPROVED", "REJECTED"}) String outcome,
        String decidedBy,
        String requestNumber,
        String processName,
        @Nullable String processNameEn,
        String initiatorId,
        @Nullable String departmentId)
        implements PublishedEvent {}
