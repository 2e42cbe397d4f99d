package dev.keshi.workflow.deployment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.definition.ProcessGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document would execute.
 *
 * @param nameEn absent when its author gave none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ValidatedProcessView(
        String key, String name, @Nullable String nameEn, int steps, List<FormFieldView> form) {

    static ValidatedProcessView of(ProcessGraph graph) {
        return new ValidatedProcessView(
                graph.key().value(),
                graph.name(),
                graph.english().process().orElse(null),
                graph.steps().size(),
                FormFieldView.of(graph.form()));
    }
}
