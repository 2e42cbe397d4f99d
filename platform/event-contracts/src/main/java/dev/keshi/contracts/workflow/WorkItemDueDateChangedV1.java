package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Work has another due date. */
@EventContract(
        type = "keshi.workflow.work-item-due-date-changed.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "A work item is due on another day.",
        zh = "工作事项的截止日期已更改。")
public record WorkItemDueDateChangedV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        LocalDate dueDate,
        LocalDate previousDueDate,
        String changedBy)
        implements PublishedEvent {}
