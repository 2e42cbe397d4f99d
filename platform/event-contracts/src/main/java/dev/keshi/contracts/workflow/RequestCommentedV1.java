package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment was added. Its text stays in workflow-service.
 *
 * @param authorId who wrote it
 * @param participantIds who takes part in the request: initiator, assignees and deciders, without the author
 * @param requestNumber number people quote, unique in the enterprise
 * @param processName name of the process definition, as its author wrote it
 * @param processNameEn its English name; absent when its author gave none
 */
@EventContract(
        type = "keshi.workflow.request-commented.v1",
        topic = Topics.WORKFLOW,
        aggregate = "process-instance",
        key = "instanceId",
        en = "Somebody has commented on a request.",
        zh = "有人对申请发表了意见。")
public record RequestCommentedV1(
        String instanceId,
        String commentId,
        String authorId,
        List<String> participantIds,
        String requestNumber,
        String processName,
        @Nullable String processNameEn)
        implements PublishedEvent {

    public RequestCommentedV1 {
        participantIds = List.copyOf(participantIds);
    }
}
