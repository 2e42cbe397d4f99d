package dev.keshi.workflow.deployment.web;

import dev.keshi.workflow.definition.ProcessGraph;
import dev.keshi.workflow.deployment.DeployedProcess;
import java.time.Instant;
import java.util.List;

/**
 * A version of a process.
 *
 * @param latest whether new requests run on it
 * @param form what a request has to say
 */
record ProcessDefinitionView(
        String id,
        String key,
        int version,
        String name,
        String deployedBy,
        Instant deployedAt,
        boolean latest,
        List<FormFieldView> form) {

    static ProcessDefinitionView of(DeployedProcess process, ProcessGraph graph) {
        return new ProcessDefinitionView(
                process.id().value(),
                process.key().value(),
                process.version(),
                process.name(),
                process.deployedBy(),
                process.deployedAt(),
                process.latest(),
                FormFieldView.of(graph.form()));
    }
}
