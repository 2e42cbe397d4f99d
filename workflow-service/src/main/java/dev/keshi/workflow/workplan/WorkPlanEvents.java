package dev.keshi.workflow.workplan;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.WorkPlanActivatedV1;
import dev.keshi.contracts.workflow.WorkPlanEndedV1;
import dev.keshi.contracts.workflow.WorkPlanRevisedV1;
import java.time.LocalDate;

/** What others hear of work plans; of drafts nobody does. */
final class WorkPlanEvents {

    private WorkPlanEvents() {}

    static PublishedEvent activated(WorkPlanId id, WorkPlanDocument plan) {
        return new WorkPlanActivatedV1(
                id.value(),
                plan.departmentId(),
                plan.name(),
                plan.nameEn(),
                plan.validFrom(),
                plan.validUntil(),
                plan.entries().size());
    }

    static PublishedEvent revised(WorkPlanId id, WorkPlanDocument plan) {
        return new WorkPlanRevisedV1(
                id.value(),
                plan.departmentId(),
                plan.name(),
                plan.nameEn(),
                plan.validFrom(),
                plan.validUntil(),
                plan.entries().size());
    }

    static PublishedEvent ended(WorkPlanId id, WorkPlanDocument plan, LocalDate on) {
        return new WorkPlanEndedV1(id.value(), plan.departmentId(), plan.name(), plan.nameEn(), on);
    }
}
