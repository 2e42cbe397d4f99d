package dev.keshi.performance.indicator;

/** Which facts feed an indicator. */
public enum Source {
    /** Approval tasks that the person has decided (审批待办), from workflow-service. */
    APPROVALS,
    /** Requests of the person that were approved or rejected (申请), from workflow-service. */
    REQUESTS,
    /** Work items (工作事项) of the person that are done or whose due date has passed, from workflow-service. */
    WORK_ITEMS,
    /** Courses (课程) that the person has learned, or that were assigned and due, from training-service. */
    COURSES,
    /** Figures that were imported for this indicator alone. */
    FIGURES
}
