package dev.keshi.workflow.request;

import dev.keshi.workflow.engine.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * A process instance that a person has started, under the number people call it by.
 *
 * @param departmentId where the initiator worked when asking
 */
public record Request(String number, @Nullable String departmentId, InstanceState state) {

    Request with(InstanceState next) {
        return new Request(number, departmentId, next);
    }
}
