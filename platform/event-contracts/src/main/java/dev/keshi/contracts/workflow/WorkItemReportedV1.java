package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The owner says that the work is done. */
@EventContract(
        type = "keshi.workflow.work-item-reported.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "The owner says that the work is done; it waits to be accepted.",
        zh = "负责人报告工作已完成，等待验收。")
public record WorkItemReportedV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        String assignerId,
        LocalDate dueDate,
        Instant reportedAt,
        boolean onTime)
        implements PublishedEvent {}
