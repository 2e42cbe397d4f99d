package dev.keshi.notification.obligation;

import dev.keshi.contracts.workflow.TaskCancelledV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import java.util.List;

/** Tasks of requests. When a request ends, each of its tasks has been decided or cancelled, so its end says nothing more. */
public final class ApprovalObligations {

    private ApprovalObligations() {}

    public static ObligationChange of(TaskCreatedV1 task) {
        var holders = task.assigneeId() == null ? people(task.candidateIds()) : people(List.of(task.assigneeId()));
        return ObligationChange.of(ObligationId.ofTask(task.taskId()))
                .about(new Topic(
                        task.processName(),
                        task.processNameEn(),
                        task.stepName(),
                        task.stepNameEn(),
                        task.requestNumber(),
                        task.taskId(),
                        task.instanceId(),
                        null))
                .waitsFor(holders);
    }

    public static ObligationChange of(TaskClaimedV1 task) {
        return ObligationChange.of(ObligationId.ofTask(task.taskId())).waitsFor(people(List.of(task.claimedBy())));
    }

    public static ObligationChange of(TaskReleasedV1 task) {
        return ObligationChange.of(ObligationId.ofTask(task.taskId())).waitsFor(people(task.candidateIds()));
    }

    public static ObligationChange of(TaskReassignedV1 task) {
        return ObligationChange.of(ObligationId.ofTask(task.taskId())).waitsFor(people(List.of(task.assigneeId())));
    }

    public static ObligationChange of(TaskDecidedV1 task) {
        return ObligationChange.of(ObligationId.ofTask(task.taskId())).over();
    }

    public static ObligationChange of(TaskCancelledV1 task) {
        return ObligationChange.of(ObligationId.ofTask(task.taskId())).over();
    }

    private static List<Holder> people(List<String> personIds) {
        return personIds.stream().map(Holder::person).toList();
    }
}
