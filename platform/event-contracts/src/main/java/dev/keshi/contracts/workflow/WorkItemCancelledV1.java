package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/** The work need not be done any more. */
@EventContract(
        type = "keshi.workflow.work-item-cancelled.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "Nobody needs to do a work item any more.",
        zh = "工作事项已取消，无需再办。")
public record WorkItemCancelledV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        String cancelledBy)
        implements PublishedEvent {}
