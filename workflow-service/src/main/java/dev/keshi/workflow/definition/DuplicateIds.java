package dev.keshi.workflow.definition;

import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** Ids are unique in a document, its diagram included; ids inside extensions are the extension's own affair. */
final class DuplicateIds {

    private final Findings findings;
    private final Map<String, Integer> firstLines = new HashMap<>();

    DuplicateIds(Findings findings) {
        this.findings = findings;
    }

    void check(Element element) {
        if (Elements.is(element, Elements.BPMN, "extensionElements")) {
            return;
        }
        Elements.attribute(element, "id").ifPresent(id -> {
            var first = firstLines.putIfAbsent(id, Elements.line(element));
            if (first != null) {
                findings.add(DeploymentErrorCode.DUPLICATE_ID, element, id, first);
            }
        });
        Elements.children(element).forEach(this::check);
    }
}
