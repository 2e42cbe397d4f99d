package dev.keshi.workflow.workitem;

/** Of work that is due on the same day the more urgent comes first; the order here is that of work lists. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW
}
