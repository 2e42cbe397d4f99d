package dev.keshi.workflow.workitem;

import dev.keshi.workflow.workitem.HistoryEntry.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation says of those who have to do with a work item.
 *
 * @param departmentId where the owner works; absent for somebody without a department
 */
record Standing(@Nullable String departmentId, Leavers leavers) {

    /** What follows for the work item; it is brought up to date while it has not ended, and stays as it was once it has. */
    WorkItem.Decision follow(WorkItem item, Moment now) {
        var events = new ArrayList<WorkItemEvent>();
        var entries = new ArrayList<HistoryEntry>();
        if (item.waitsFor().isEmpty()) {
            return new WorkItem.Decision(item, events);
        }
        var previous = item.owner().departmentId();
        if (!Objects.equals(previous, departmentId)) {
            entries.add(new HistoryEntry(What.OWNER_MOVED, now.at(), null, null, null, null, departmentId));
            events.add(new WorkItemEvent.OwnerMoved(previous));
        }
        var owner = new Owner(item.owner().person(), departmentId);
        var after = item.with(owner, leavers, List.of());
        if (!after.waitsFor().equals(item.waitsFor())) {
            var whom = after.waitsFor().orElseThrow();
            entries.add(new HistoryEntry(What.HANDED_OVER, now.at(), null, null, whom, null));
            events.add(new WorkItemEvent.HandedOver(cause(item, after)));
        }
        return new WorkItem.Decision(item.with(owner, leavers, entries), events);
    }

    private static HandoverCause cause(WorkItem before, WorkItem after) {
        if (!after.abandoned()) {
            return HandoverCause.CAME_BACK;
        }
        return before.abandoned() ? HandoverCause.LEADER_CHANGED : HandoverCause.of(after);
    }
}
