package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Work was given to somebody, by a person or because of an event; state and due date are complete. */
@EventContract(
        type = "keshi.workflow.work-item-assigned.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "A person has work to do by a day.",
        zh = "某人有一项工作须在某日前完成。")
public record WorkItemAssignedV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String assignerId,
        @KnownValues({"PERSON", "REQUEST", "PLAN", "EVENT"}) String origin,
        @Nullable String originReference,
        LocalDate dueDate,
        @KnownValues({"URGENT", "HIGH", "NORMAL", "LOW"}) String priority)
        implements PublishedEvent {}
