package dev.keshi.workflow.definition;

import java.util.Set;
import org.w3c.dom.Element;

/** Names every element that would not be executed, so that nothing a modeller draws is silently ignored. */
final class ElementCheck {

    private static final Set<String> DIAGRAM = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC");

    private final Findings findings;
    private final ExtensionCheck extensions;
    private final Set<Element> notExecutedProcesses;

    /**
     * @param notExecutedProcesses processes that are shown beside the one that runs; nothing in them is executed
     */
    ElementCheck(Findings findings, Set<Element> notExecutedProcesses) {
        this.findings = findings;
        this.extensions = new ExtensionCheck(findings);
        this.notExecutedProcesses = notExecutedProcesses;
    }

    void check(Element root) {
        walk(root, false);
    }

    /** @param insideRefused whether the element around this one has been named already */
    private void walk(Element element, boolean insideRefused) {
        if (isDiagram(element) || notExecutedProcesses.contains(element)) {
            return;
        }
        extensions.checkAttributes(element);
        if (!Elements.isBpmn(element)) {
            extensions.checkElement(element);
            return;
        }
        var name = element.getLocalName();
        if (isDeclaration(element)) {
            return;
        }
        boolean refused = !isHarmless(element);
        if (refused && (!insideRefused || Vocabulary.isActive(name))) {
            findings.add(DeploymentErrorCode.NOT_EXECUTED, element, name);
        }
        checkAttributes(element);
        Elements.children(element).forEach(child -> walk(child, refused));
    }

    private static boolean isDiagram(Element element) {
        var namespace = element.getNamespaceURI();
        return namespace != null && DIAGRAM.contains(namespace);
    }

    private static boolean isHarmless(Element element) {
        return switch (element.getLocalName()) {
            case "terminateEventDefinition" ->
                Elements.parent(element)
                        .filter(parent -> Elements.is(parent, Elements.BPMN, "endEvent"))
                        .isPresent();
            case "extension" -> !"true".equals(element.getAttribute("mustUnderstand"));
            case "relationship" -> true;
            case String name -> Vocabulary.isExecuted(name) || Vocabulary.isShown(name);
        };
    }

    private static boolean isDeclaration(Element element) {
        return Vocabulary.isDeclaration(element.getLocalName())
                && Elements.parent(element)
                        .filter(parent -> Elements.is(parent, Elements.BPMN, "definitions"))
                        .isPresent();
    }

    /** Attributes of BPMN itself that would make an executed element behave otherwise. */
    private void checkAttributes(Element element) {
        if (!Vocabulary.isExecuted(element.getLocalName())) {
            return;
        }
        refuseUnless(element, "isForCompensation", Set.of("false", "0"));
        refuseUnless(element, "startQuantity", Set.of("1"));
        refuseUnless(element, "completionQuantity", Set.of("1"));
        refuseUnless(element, "isInterrupting", Set.of("true", "1"));
        refuseUnless(element, "implementation", Set.of("##unspecified", "##WebService"));
    }

    private void refuseUnless(Element element, String attribute, Set<String> harmless) {
        Elements.attribute(element, attribute)
                .filter(value -> !harmless.contains(value))
                .ifPresent(
                        value -> findings.add(DeploymentErrorCode.ATTRIBUTE_NOT_EXECUTED, element, attribute, value));
    }
}
