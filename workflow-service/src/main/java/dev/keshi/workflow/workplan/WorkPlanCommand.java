package dev.keshi.workflow.workplan;

import java.util.Optional;

/** What people can ask of work plans. */
public sealed interface WorkPlanCommand {

    /** @param departmentId whose plan it is, for good */
    record Draft(String departmentId, PlanContent content) implements WorkPlanCommand {}

    /** A command about a plan that exists. */
    sealed interface OfExisting extends WorkPlanCommand {
        WorkPlanId id();
    }

    /** As it is from now on, completely. */
    record Revise(WorkPlanId id, PlanContent content, Optional<String> reason) implements OfExisting {}

    /** It gives work from now on. */
    record Activate(WorkPlanId id) implements OfExisting {}

    /** It gives no more work. */
    record End(WorkPlanId id, String reason) implements OfExisting {}
}
