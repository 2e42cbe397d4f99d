package dev.keshi.workflow.definition;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Looks at the shape of a drawn process: starts, ends, steps that nothing leads to or from. */
final class StructureCheck {

    private final DrawnProcess process;
    private final Findings findings;

    StructureCheck(DrawnProcess process, Findings findings) {
        this.process = process;
        this.findings = findings;
    }

    void check() {
        checkStarts();
        if (named("endEvent").isEmpty()) {
            findings.add(DeploymentErrorCode.NO_END, process.element());
        }
        var reachable = reachable();
        process.steps().forEach((id, step) -> {
            if (process.isExecuted(id)) {
                checkStep(id, step, reachable.contains(id));
            }
        });
    }

    private void checkStarts() {
        if (named("startEvent").isEmpty()) {
            findings.add(DeploymentErrorCode.NO_START, process.element());
        }
        var plain = named("startEvent").stream()
                .filter(start -> !hasEventDefinition(start))
                .toList();
        if (plain.size() > 1) {
            var ids = plain.stream().map(Elements::idAround).collect(Collectors.joining(", "));
            findings.add(DeploymentErrorCode.SEVERAL_STARTS, plain.get(1), ids);
        }
    }

    private void checkStep(String id, Element step, boolean reached) {
        boolean start = "startEvent".equals(step.getLocalName());
        boolean end = "endEvent".equals(step.getLocalName());
        if (start && !process.incoming(id).isEmpty()) {
            findings.add(DeploymentErrorCode.FLOW_INTO_START, step);
        }
        if (end && !process.outgoing(id).isEmpty()) {
            findings.add(DeploymentErrorCode.FLOW_OUT_OF_END, step);
        }
        if (!end && process.outgoing(id).isEmpty()) {
            findings.add(DeploymentErrorCode.DEAD_END, step);
        }
        if (!reached) {
            findings.add(DeploymentErrorCode.UNREACHABLE, step);
        }
    }

    /** From the start events, and from what is not executed: its own error is enough for what lies behind it. */
    private Set<String> reachable() {
        var reached = new HashSet<String>();
        var next = new ArrayDeque<String>();
        process.steps().forEach((id, step) -> {
            if (!process.isExecuted(id) || "startEvent".equals(step.getLocalName())) {
                next.add(id);
            }
        });
        var targets = process.flows().stream()
                .collect(Collectors.groupingBy(
                        DrawnProcess.Flow::from, Collectors.mapping(DrawnProcess.Flow::to, Collectors.toList())));
        while (!next.isEmpty()) {
            var id = next.poll();
            if (reached.add(id)) {
                next.addAll(targets.getOrDefault(id, List.of()));
            }
        }
        return reached;
    }

    private List<Element> named(String name) {
        return process.steps().values().stream()
                .filter(step -> name.equals(step.getLocalName()))
                .toList();
    }

    private static boolean hasEventDefinition(Element event) {
        return Elements.children(event).stream()
                .anyMatch(child -> child.getLocalName().endsWith("ventDefinition"));
    }
}
