package dev.keshi.workflow.deployment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.definition.ProcessGraph;
import dev.keshi.workflow.deployment.DeployedProcess;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process.
 *
 * @param nameEn absent when its author gave none
 * @param latest whether new requests run on it
 * @param form what a request has to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcessDefinitionView(
        String id,
        String key,
        int version,
        String name,
        @Nullable String nameEn,
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
                process.nameEn(),
                process.deployedBy(),
                process.deployedAt(),
                process.latest(),
                FormFieldView.of(graph.form()));
    }
}
