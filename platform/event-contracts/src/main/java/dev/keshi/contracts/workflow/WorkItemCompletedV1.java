package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The work is done. Everything that indicators are made of is here: nothing of it changes afterwards. */
@EventContract(
        type = "keshi.workflow.work-item-completed.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "A work item is done and, where somebody had to accept it, accepted.",
        zh = "工作事项已完成；须验收的，已验收。")
public record WorkItemCompletedV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        @KnownValues({"PERSON", "REQUEST", "PLAN", "EVENT"}) String origin,
        @Nullable String originReference,
        @KnownValues({"URGENT", "HIGH", "NORMAL", "LOW"}) String priority,
        LocalDate dueDate,
        LocalDate firstDueDate,
        Instant assignedAt,
        Instant reportedAt,
        Instant completedAt,
        boolean onTime,
        int timesReturned,
        long leadTimeSeconds,
        @Nullable String acceptedBy)
        implements PublishedEvent {}
