package dev.keshi.workflow.deployment.web;

import dev.keshi.workflow.definition.ProcessGraph;
import java.util.List;

/** What a document would execute. */
record ValidatedProcessView(String key, String name, int steps, List<FormFieldView> form) {

    static ValidatedProcessView of(ProcessGraph graph) {
        return new ValidatedProcessView(
                graph.key().value(), graph.name(), graph.steps().size(), FormFieldView.of(graph.form()));
    }
}
