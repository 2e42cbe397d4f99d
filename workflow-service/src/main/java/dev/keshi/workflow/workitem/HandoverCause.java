package dev.keshi.workflow.workitem;

/** Why a work item waits for somebody else than before, without anybody having done anything to it. */
enum HandoverCause {
    /** It is open and its owner has left. */
    OWNER_LEFT,
    /** It is reported and whoever assigned it has left. */
    ASSIGNER_LEFT,
    /** The leader who acted instead of somebody who left is another one. */
    LEADER_CHANGED,
    /** Whoever should act is here again. */
    CAME_BACK;

    /** Of one for which whoever should act has left. */
    static HandoverCause of(WorkItem item) {
        return item.status() instanceof WorkItemStatus.Open ? OWNER_LEFT : ASSIGNER_LEFT;
    }
}
