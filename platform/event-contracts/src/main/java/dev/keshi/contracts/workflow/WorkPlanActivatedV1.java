package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A plan of a department gives work from now on. The work itself is told of as work items of origin PLAN. */
@EventContract(
        type = "keshi.workflow.work-plan-activated.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-plan",
        key = "workPlanId",
        en = "A work plan of a department gives work from now on.",
        zh = "部门的工作计划开始生效，按期产生工作事项。")
public record WorkPlanActivatedV1(
        String workPlanId,
        String departmentId,
        String name,
        @Nullable String nameEn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int entries)
        implements PublishedEvent {}
