package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.FlowId;
import dev.keshi.workflow.definition.StepId;
import org.jspecify.annotations.Nullable;

/**
 * A mark of where an instance stands. Tokens that wait at a joining gateway count by the flow they came on.
 *
 * @param via the flow it came on, absent at the start and behind a join
 * @param outcome of the last decision on its way
 * @param lastApprover who approved last on its way
 */
public record Token(
        int id,
        StepId at,
        @Nullable FlowId via,
        @Nullable Outcome outcome,
        @Nullable PersonId lastApprover) {

    Token movedTo(StepId step, FlowId flow) {
        return new Token(id, step, flow, outcome, lastApprover);
    }

    Token forked(int newId, StepId step, FlowId flow) {
        return new Token(newId, step, flow, outcome, lastApprover);
    }

    Token decided(Outcome decision, @Nullable PersonId approver) {
        return new Token(id, at, via, decision, approver);
    }
}
