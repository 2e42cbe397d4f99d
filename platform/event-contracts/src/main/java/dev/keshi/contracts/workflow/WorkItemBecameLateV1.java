package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The due date has passed and the work was not reported done. Told once for each due date. */
@EventContract(
        type = "keshi.workflow.work-item-became-late.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "The due date of a work item has passed and it is not done.",
        zh = "工作事项已过截止日期而尚未完成。")
public record WorkItemBecameLateV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        LocalDate dueDate)
        implements PublishedEvent {}
