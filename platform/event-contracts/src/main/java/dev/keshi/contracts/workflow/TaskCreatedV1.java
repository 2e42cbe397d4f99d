package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task is open.
 *
 * @param taskId id of the task, unique for ever
 * @param stepId id of the step in the BPMN model
 * @param stepName its name there
 * @param stepNameEn its English name there; absent when its author gave none
 * @param assigneeId who must act; absent while one of the candidates has to claim it
 * @param candidateIds who may claim it; empty when it is assigned
 * @param rule how the approver was found, for example {@code manager}
 * @param requestNumber number people quote, unique in the enterprise
 * @param processName name of the process definition, as its author wrote it
 * @param processNameEn its English name; absent when its author gave none
 * @param initiatorId person who asks
 * @param departmentIds where those who are asked work, as workflow-service knew it then; absent in events from before it was told
 */
@EventContract(
        type = "keshi.workflow.task-created.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "A step waits for a person, or for one of several.",
        zh = "产生了一项待办，等待某人或多人中的一人处理。")
public record TaskCreatedV1(
        String instanceId,
        String taskId,
        String stepId,
        String stepName,
        @Nullable String stepNameEn,
        @Nullable String assigneeId,
        List<String> candidateIds,
        String rule,
        String requestNumber,
        String processName,
        @Nullable String processNameEn,
        String initiatorId,
        @Nullable List<String> departmentIds)
        implements PublishedEvent {

    public TaskCreatedV1 {
        candidateIds = List.copyOf(candidateIds);
        departmentIds = departmentIds == null ? null : List.copyOf(departmentIds);
    }
}
