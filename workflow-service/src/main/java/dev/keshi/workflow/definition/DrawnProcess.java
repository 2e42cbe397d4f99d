package dev.keshi.workflow.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * The steps and flows of a process as they are drawn, before anything is said about what they mean. Flows that lead
 * nowhere are reported and left out.
 *
 * @param steps flow nodes of the process itself by id, those that are not executed too
 * @param byStart flows by the step they leave, in the order of the document
 * @param byEnd flows by the step they enter
 */
record DrawnProcess(
        Element element,
        Map<String, Element> steps,
        List<Flow> flows,
        Map<String, List<Flow>> byStart,
        Map<String, List<Flow>> byEnd) {

    /** A flow whose ends exist. */
    record Flow(String id, Element element, String from, String to) {}

    static DrawnProcess read(Element process, Findings findings) {
        var steps = new LinkedHashMap<String, Element>();
        for (var child : Elements.children(process)) {
            if (Elements.isBpmn(child) && Vocabulary.isStep(child.getLocalName())) {
                id(child, findings).ifPresent(id -> steps.putIfAbsent(id, child));
            }
        }
        var flows = new ArrayList<Flow>();
        for (var child : Elements.children(process, Elements.BPMN, "sequenceFlow")) {
            var from = end(child, "sourceRef", steps, findings);
            var to = end(child, "targetRef", steps, findings);
            if (from.isPresent() && to.isPresent()) {
                // BPMN lets a flow go without an id; its place in the document names it then, with a character no id
                // may have.
                var id = Elements.attribute(child, "id").orElse("#" + (flows.size() + 1));
                flows.add(new Flow(id, child, from.get(), to.get()));
            }
        }
        return new DrawnProcess(
                process,
                steps,
                flows,
                flows.stream().collect(Collectors.groupingBy(Flow::from)),
                flows.stream().collect(Collectors.groupingBy(Flow::to)));
    }

    List<Flow> outgoing(String step) {
        return byStart.getOrDefault(step, List.of());
    }

    List<Flow> incoming(String step) {
        return byEnd.getOrDefault(step, List.of());
    }

    boolean isExecuted(String step) {
        var element = steps.get(step);
        return element != null && Vocabulary.isExecuted(element.getLocalName());
    }

    private static Optional<String> id(Element element, Findings findings) {
        var id = Elements.attribute(element, "id");
        if (id.isEmpty()) {
            findings.add(DeploymentErrorCode.MISSING_ID, element);
        }
        return id;
    }

    private static Optional<String> end(Element flow, String attribute, Map<String, Element> steps, Findings findings) {
        var id = Elements.attribute(flow, attribute);
        if (id.filter(steps::containsKey).isEmpty()) {
            findings.add(DeploymentErrorCode.DANGLING_REFERENCE, flow, attribute, id.orElse("?"));
        }
        return id.filter(steps::containsKey);
    }
}
