package dev.keshi.workflow.definition;

import java.util.List;

/** The answer to a BPMN document. */
public sealed interface Compilation {

    record Compiled(ProcessGraph graph) implements Compilation {}

    /** Everything that is wrong, by line; never empty. */
    record Refused(List<DeploymentError> errors) implements Compilation {

        public Refused {
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("refused for no reason");
            }
            errors = List.copyOf(errors);
        }
    }
}
