package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.ApproverReason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open tasks of one instance while a transition works on it. */
final class Tasks {

    private final Map<TaskId, OpenTask> tasks = new LinkedHashMap<>();
    private int last;

    Tasks(List<OpenTask> tasks, int last) {
        tasks.forEach(task -> this.tasks.put(task.id(), task));
        this.last = last;
    }

    void apply(InstanceEvent.OfTask event, int round, Instant at) {
        switch (event) {
            case InstanceEvent.TaskOpened(var id, var step, var name, var token, var assignment, var reason) -> {
                tasks.put(id, new OpenTask(id, step, name, token, round, assignment, reason, at, 1));
                last = id.number();
            }
            case InstanceEvent.TaskClaimed claimed -> {
                var offered = (Assignment.Offered) task(claimed.task()).assignment();
                give(
                        claimed.task(),
                        new Assignment.Claimed(claimed.assignee(), offered.role(), offered.candidates()),
                        task(claimed.task()).reason());
            }
            case InstanceEvent.TaskReleased released -> {
                var claimed = (Assignment.Claimed) task(released.task()).assignment();
                give(
                        released.task(),
                        new Assignment.Offered(claimed.role(), claimed.candidates()),
                        task(released.task()).reason());
            }
            case InstanceEvent.TaskReassigned reassigned ->
                give(reassigned.task(), new Assignment.Assigned(reassigned.to()), reassigned.reason());
            case InstanceEvent.TaskApproved approved -> tasks.remove(approved.task());
            case InstanceEvent.TaskRejected rejected -> tasks.remove(rejected.task());
            case InstanceEvent.TaskCancelled cancelled -> tasks.remove(cancelled.task());
        }
    }

    private void give(TaskId id, Assignment assignment, ApproverReason reason) {
        tasks.put(id, task(id).with(assignment, reason));
    }

    Optional<OpenTask> find(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /** A task that must be open. */
    OpenTask task(TaskId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no open task " + id));
    }

    List<OpenTask> all() {
        return List.copyOf(tasks.values());
    }

    int last() {
        return last;
    }
}
