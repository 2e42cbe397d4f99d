package dev.keshi.workflow.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3c.dom.Element;

/** Collects everything that is wrong with one document. */
final class Findings {

    /** A document may hold tens of thousands of wrong elements; nobody reads more than this. */
    static final int MAX = 500;

    private final List<DeploymentError> errors = new ArrayList<>();
    private boolean more;

    void add(DeploymentErrorCode code, Element element, Object... details) {
        add(code, Elements.idAround(element), element.getNodeName(), Elements.line(element), details);
    }

    void add(DeploymentErrorCode code, String id, String nodeName, int line, Object... details) {
        add(code, id, nodeName, line, new Words(code.zh(details), code.en(details), ""));
    }

    /** When what is wrong was found by a parser, and is said in our words. */
    void add(DeploymentErrorCode code, Element element, Words words) {
        add(code, Elements.idAround(element), element.getNodeName(), Elements.line(element), words);
    }

    void add(DeploymentErrorCode code, String id, String nodeName, int line, Words words) {
        var type = nodeName.startsWith("keshi:") ? nodeName : nodeName.substring(nodeName.indexOf(':') + 1);
        var error = new DeploymentError(code, id, type, line, words.zh(), words.en(), words.parserMessage());
        if (errors.size() >= MAX) {
            more = true;
        } else if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /** By line; the note that some are left out comes last. */
    List<DeploymentError> sorted() {
        var sorted = new ArrayList<>(errors);
        sorted.sort(Comparator.comparingInt(DeploymentError::line));
        if (more) {
            var code = DeploymentErrorCode.TOO_MANY_ERRORS;
            sorted.add(new DeploymentError(code, "", "definitions", 1, code.zh(MAX), code.en(MAX), ""));
        }
        return sorted;
    }
}
