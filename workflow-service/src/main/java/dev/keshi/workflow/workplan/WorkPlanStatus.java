package dev.keshi.workflow.workplan;

/** How far a plan is. */
public enum WorkPlanStatus {
    /** It is written and gives no work yet. */
    DRAFT,
    /** It gives work. */
    ACTIVE,
    /** It gives no more work, and never will again. */
    ENDED
}
