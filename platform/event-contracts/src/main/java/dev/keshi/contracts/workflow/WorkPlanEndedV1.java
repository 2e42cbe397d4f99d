package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A plan gives no more work, because somebody ended it or its last day has passed. Work that it gave stays as it is. */
@EventContract(
        type = "keshi.workflow.work-plan-ended.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-plan",
        key = "workPlanId",
        en = "A work plan gives no more work.",
        zh = "工作计划已终止，不再产生工作事项。")
public record WorkPlanEndedV1(
        String workPlanId,
        String departmentId,
        String name,
        @Nullable String nameEn,
        LocalDate endedOn) implements PublishedEvent {}
