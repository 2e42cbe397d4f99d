package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The process instance has ended; nothing happens in it any more.
 *
 * @param outcome APPROVED, REJECTED, WITHDRAWN or TERMINATED
 * @param requestNumber number people quote, unique in the enterprise
 * @param processName name of the process definition, as its author wrote it
 * @param processNameEn its English name; absent when its author gave none
 * @param initiatorId person who asks
 * @param decisiveTaskId task whose decision ended it; absent when it ended otherwise
 * @param departmentId where the initiator worked when asking; absent without a department, and in events from before it was told
 */
@EventContract(
        type = "keshi.workflow.request-ended.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "A request came to its end.",
        zh = "申请已办结。")
public record RequestEndedV1(
        String instanceId,

        @KnownValues({"APPROVED", "REJECTED", "WITHDRAWN", "TERMINATED"})
        String outcome,

        String requestNumber,
        String processName,
        @Nullable String processNameEn,
        String initiatorId,
        @Nullable String decisiveTaskId,
        @Nullable String departmentId)
        implements PublishedEvent {}
