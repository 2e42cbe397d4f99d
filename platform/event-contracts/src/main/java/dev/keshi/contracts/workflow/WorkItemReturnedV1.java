package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The work was not accepted and is to be done again. */
@EventContract(
        type = "keshi.workflow.work-item-returned.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "Work that was reported done is to be done again.",
        zh = "已报告完成的工作被退回返工。")
public record WorkItemReturnedV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        LocalDate dueDate,
        int timesReturned,
        String returnedBy)
        implements PublishedEvent {}
