package dev.keshi.workflow.workplan;

import java.util.Optional;

/**
 * Something that was done with a plan, for its history.
 *
 * @param revision of the plan from then on
 */
record WorkPlanTurn(WorkPlanChange what, long revision, Stamp stamp, Optional<String> reason) {

    /** Whether it says something else from then on. */
    boolean isOfContent() {
        return what == WorkPlanChange.DRAFTED || what == WorkPlanChange.REVISED;
    }
}
