package dev.keshi.workflow.request;

import dev.keshi.messaging.Ids;
import dev.keshi.workflow.engine.GivenWork;
import dev.keshi.workflow.engine.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * A process instance that a person has started, under the number people call it by.
 *
 * @param departmentId where the initiator worked when asking
 */
public record Request(String number, @Nullable String departmentId, InstanceState state) {

    /** Of the work item that is made of work it gave; the same for ever. */
    public String workItemId(GivenWork work) {
        return Ids.derived("request-work", state.id() + "/" + work.id());
    }

    Request with(InstanceState next) {
        return new Request(number, departmentId, next);
    }
}
