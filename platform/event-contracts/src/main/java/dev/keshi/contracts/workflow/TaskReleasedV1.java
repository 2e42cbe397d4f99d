package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task has no assignee any more.
 *
 * @param stepId id of the step in the BPMN model
 * @param stepName its name there
 * @param stepNameEn its English name there; absent when its author gave none
 * @param releasedBy who had claimed it
 * @param candidateIds who may claim it again
 * @param requestNumber number people quote, unique in the enterprise
 * @param processName name of the process definition, as its author wrote it
 * @param processNameEn its English name; absent when its author gave none
 * @param initiatorId person who asks
 * @param departmentIds where the candidates work, as workflow-service knew it then; absent in events from before it was told
 */
@EventContract(
        type = "keshi.workflow.task-released.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "A claimed task was given back to its candidates.",
        zh = "已认领的待办被退还给候选人。")
public record TaskReleasedV1(
        String instanceId,
        String taskId,
        String stepId,
        String stepName,
        @Nullable String stepNameEn,
        String releasedBy,
        List<String> candidateIds,
        String requestNumber,
        String processName,
        @Nullable String processNameEn,
        String initiatorId,
        @Nullable List<String> departmentIds)
        implements PublishedEvent {

    public TaskReleasedV1 {
        candidateIds = List.copyOf(candidateIds);
        departmentIds = departmentIds == null ? null : List.copyOf(departmentIds);
    }
}
