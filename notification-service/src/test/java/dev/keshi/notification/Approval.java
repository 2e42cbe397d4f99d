package dev.keshi.notification;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.RequestCommentedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.TaskCancelledV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of one leave request, in the words of workflow-service. */
public record Approval(String instance, String initiator) {

    public static final String PROCESS = "请假申请";
    public static final String NUMBER = "QJ-2026-000123";

    public static Approval of(String initiator) {
        return new Approval(UUID.randomUUID().toString(), initiator);
    }

    public String task(String step) {
        return instance + "-" + step;
    }

    public PublishedEvent assigned(String step, String assignee) {
        return created(step, assignee, List.of());
    }

    public PublishedEvent offered(String step, String... candidates) {
        return created(step, null, List.of(candidates));
    }

    private PublishedEvent created(String step, @Nullable String assignee, List<String> candidates) {
        return new TaskCreatedV1(
                instance,
                task(step),
                step,
                step,
                null,
                assignee,
                candidates,
                "manager",
                NUMBER,
                PROCESS,
                null,
                initiator,
                null);
    }

    public PublishedEvent claimed(String step, String by) {
        return new TaskClaimedV1(instance, task(step), by, null);
    }

    public PublishedEvent released(String step, String by, String... candidates) {
        return new TaskReleasedV1(
                instance,
                task(step),
                step,
                step,
                null,
                by,
                List.of(candidates),
                NUMBER,
                PROCESS,
                null,
                initiator,
                null);
    }

    public PublishedEvent reassigned(String step, String to, String by) {
        return new TaskReassignedV1(
                instance, task(step), step, step, null, to, by, NUMBER, PROCESS, null, initiator, null);
    }

    public PublishedEvent decided(String step, String outcome, String by) {
        return new TaskDecidedV1(
                instance, task(step), step, step, null, outcome, by, NUMBER, PROCESS, null, initiator, null);
    }

    public PublishedEvent cancelled(String step, String reason) {
        return new TaskCancelledV1(instance, task(step), reason);
    }

    public PublishedEvent ended(String outcome, @Nullable String decisiveStep) {
        return new RequestEndedV1(
                instance,
                outcome,
                NUMBER,
                PROCESS,
                null,
                initiator,
                decisiveStep == null ? null : task(decisiveStep),
                null);
    }

    public PublishedEvent commented(String author, String... participants) {
        return new RequestCommentedV1(
                instance, UUID.randomUUID().toString(), author, List.of(participants), NUMBER, PROCESS, null);
    }
}
