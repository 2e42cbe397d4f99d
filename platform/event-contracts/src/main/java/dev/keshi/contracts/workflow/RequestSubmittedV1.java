package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A request was submitted. What the form says stays in workflow-service.
 *
 * @param processKey which process runs
 * @param processVersion and in which version
 * @param requestNumber number people quote, unique in the enterprise
 * @param processName name of the process definition, as its author wrote it
 * @param processNameEn its English name; absent when its author gave none
 * @param initiatorId person who asks
 * @param departmentId where that person worked when asking; absent without a department, and in events from before it was told
 */
@EventContract(
        type = "keshi.workflow.request-submitted.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "A person has submitted a request and its process runs.",
        zh = "申请已提交，流程开始流转。")
public record RequestSubmittedV1(
        String instanceId,
        String requestNumber,
        String processKey,
        int processVersion,
        String processName,
        @Nullable String processNameEn,
        String initiatorId,
        @Nullable String departmentId)
        implements PublishedEvent {}
