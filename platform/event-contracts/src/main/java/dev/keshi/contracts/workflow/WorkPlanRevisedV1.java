package dev.keshi.contracts.workflow;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A plan that gives work is another one from now on, as it stands here. Work that it gave before stays as it is. */
@EventContract(
        type = "keshi.workflow.work-plan-revised.v1",
        topic = Topics.WORKFLOW,
        aggregate = "work-plan",
        key = "workPlanId",
        en = "A work plan that gives work was changed.",
        zh = "生效中的工作计划已修订。")
public record WorkPlanRevisedV1(
        String workPlanId,
        String departmentId,
        String name,
        @Nullable String nameEn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int entries)
        implements PublishedEvent {}
