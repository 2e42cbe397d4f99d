package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.definition.StepId;
import java.time.Instant;

/**
 * A task that waits for a person.
 *
 * @param token the token that stands at its step
 * @param round the round of the instance it belongs to
 * @param reason why these people are asked
 * @param revision of the task alone, from 1; what a person has seen when deciding
 */
public record OpenTask(
        TaskId id,
        StepId step,
        String stepName,
        int token,
        int round,
        Assignment assignment,
        ApproverReason reason,
        Instant openedAt,
        long revision) {

    OpenTask with(Assignment next, ApproverReason why) {
        return new OpenTask(id, step, stepName, token, round, next, why, openedAt, revision + 1);
    }
}
