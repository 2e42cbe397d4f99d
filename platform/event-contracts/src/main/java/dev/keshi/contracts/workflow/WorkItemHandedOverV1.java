package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Work waits for somebody else than before although nobody did anything to it: whoever should act has left, and the owner's leader acts
 * instead; or that leader is another one now, or whoever had left is back. The owner and whoever assigned it stay who they were.
 */
@EventContract(
        type = "keshi.workflow.work-item-handed-over.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "A work item waits for another person because somebody left or came back.",
        zh = "因人员离职或复职，工作事项改由他人处理。")
public record WorkItemHandedOverV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        LocalDate dueDate,
        @KnownValues({"OPEN", "REPORTED"}) String status,
        String waitsForId,

        @KnownValues({"OWNER_LEFT", "ASSIGNER_LEFT", "LEADER_CHANGED", "CAME_BACK"})
        String cause)
        implements PublishedEvent {}
