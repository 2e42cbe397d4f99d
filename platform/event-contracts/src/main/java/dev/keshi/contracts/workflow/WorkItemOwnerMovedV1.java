package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The owner of work that has not ended works in another department, and the work is there from now on. */
@EventContract(
        type = "keshi.workflow.work-item-owner-moved.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-item",
        key = "workItemId",
        en = "A work item went to another department with its owner.",
        zh = "工作事项随负责人转到另一部门。")
public record WorkItemOwnerMovedV1(
        String workItemId,
        String title,
        String ownerId,
        @Nullable String departmentId,
        @Nullable String previousDepartmentId,
        @Nullable String assignerId,
        LocalDate dueDate)
        implements PublishedEvent {}
