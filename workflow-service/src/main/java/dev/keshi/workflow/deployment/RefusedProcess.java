package dev.keshi.workflow.deployment;

import dev.keshi.workflow.definition.DeploymentError;
import java.util.List;

/** A BPMN document cannot be executed as it is; nothing was deployed. */
public final class RefusedProcess extends RuntimeException {

    private final transient List<DeploymentError> errors;

    RefusedProcess(List<DeploymentError> errors) {
        super(errors.size() + " errors, first " + errors.getFirst());
        this.errors = List.copyOf(errors);
    }

    /** All of them, by line. */
    public List<DeploymentError> errors() {
        return errors;
    }
}
