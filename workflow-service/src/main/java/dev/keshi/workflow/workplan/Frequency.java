package dev.keshi.workflow.workplan;

/** How often something recurs, in one word. */
public enum Frequency {
    /** From Monday to Friday: the platform has no calendar of the enterprise's holidays yet. */
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY
}
