package dev.keshi.workflow.workplan;

/** What was done with a plan, in one word. */
public enum WorkPlanChange {
    DRAFTED,
    REVISED,
    ACTIVATED,
    ENDED
}
