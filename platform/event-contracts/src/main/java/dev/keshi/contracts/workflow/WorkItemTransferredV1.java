package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody else has to do the work from now on. */
@EventContract(
        type = "keshi.workflow.work-item-transferred.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "A work item has another owner.",
        zh = "工作事项已转办给他人。")
public record WorkItemTransferredV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        String previousOwnerId,
        @Nullable String assignerId,
        LocalDate dueDate,
        @KnownValues({"URGENT", "HIGH", "NORMAL", "LOW"}) String priority,
        String transferredBy)
        implements PublishedEvent {}
