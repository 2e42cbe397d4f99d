package dev.keshi.workflow.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Which process of a document runs: the one marked executable, or the only one when it is not marked at all.
 *
 * @param chosen empty when there is no such process or several
 * @param others processes that are shown beside the chosen one
 */
record ProcessChoice(Optional<Element> chosen, Set<Element> others) {

    static ProcessChoice in(Element definitions, Findings findings) {
        var processes = Elements.children(definitions, Elements.BPMN, "process");
        var executable = processes.stream()
                .filter(process -> isTrue(process.getAttribute("isExecutable")))
                .toList();
        if (executable.size() == 1) {
            return chosen(executable.getFirst(), processes);
        }
        if (processes.isEmpty()) {
            findings.add(DeploymentErrorCode.NO_PROCESS, definitions);
        } else if (executable.size() > 1) {
            var ids = executable.stream().map(Elements::idAround).collect(Collectors.joining(", "));
            findings.add(DeploymentErrorCode.SEVERAL_EXECUTABLE_PROCESSES, executable.get(1), ids);
        } else if (processes.size() == 1 && !processes.getFirst().hasAttribute("isExecutable")) {
            return chosen(processes.getFirst(), processes);
        } else {
            findings.add(DeploymentErrorCode.NO_EXECUTABLE_PROCESS, processes.getFirst());
        }
        return new ProcessChoice(Optional.empty(), Set.of());
    }

    private static ProcessChoice chosen(Element process, List<Element> all) {
        var others = all.stream().filter(other -> other != process).collect(Collectors.toUnmodifiableSet());
        return new ProcessChoice(Optional.of(process), others);
    }

    private static boolean isTrue(String value) {
        return value.strip().equals("true") || value.strip().equals("1");
    }
}
