package dev.keshi.workflow.definition;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Extensions of ours must be known where they stand. Of the engines whose extensions change what runs, only what is
 * listed as harmless is let through; data that a drawing tool keeps for itself is left alone unless its name says that
 * it assigns, calls or listens.
 */
final class ExtensionCheck {

    private static final Set<String> NAME = Set.of("nameEn");

    private static final Map<String, Set<String>> OUR_ATTRIBUTES = Map.of(
            "process", NAME,
            "startEvent", NAME,
            "endEvent", NAME,
            "task", NAME,
            "manualTask", NAME,
            "exclusiveGateway", NAME,
            "parallelGateway", NAME,
            "userTask", Set.of("nameEn", "approver", "whenNobody", "whenInitiator", "samePerson"),
            "lane", Set.of("role"));

    /** By the element in whose extension elements they stand. */
    private static final Map<String, Set<String>> OUR_ELEMENTS =
            Map.of("startEvent", Set.of("field", "rule"), "endEvent", Set.of("work"));

    private static final Set<String> ENGINES = Set.of(
            "http://camunda.org/schema/1.0/bpmn",
            "http://camunda.org/schema/zeebe/1.0",
            "http://operaton.org/schema/1.0/bpmn",
            "http://activiti.org/bpmn",
            "http://activiti.com/modeler",
            "http://flowable.org/bpmn",
            "http://www.jboss.org/drools",
            "http://www.jboss.org/drools/flow",
            "http://www.bonitasoft.org/ns/bpmn");

    private static final Set<String> HARMLESS_IN_ENGINES = Set.of(
            "historyTimeToLive",
            "versionTag",
            "isStartableInTasklist",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "properties",
            "sourceDockerX",
            "sourceDockerY",
            "targetDockerX",
            "targetDockerY");

    private static final Set<String> TELLING_NAMES = Set.of(
            "assignee",
            "assignmentdefinition",
            "async",
            "candidategroups",
            "candidateusers",
            "class",
            "delegateexpression",
            "executionlistener",
            "expression",
            "formdata",
            "formkey",
            "iomapping",
            "inputoutput",
            "listener",
            "owner",
            "script",
            "skipexpression",
            "taskdefinition",
            "tasklistener");

    private static final Set<String> XML = Set.of(
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/XML/1998/namespace");

    private final Findings findings;

    ExtensionCheck(Findings findings) {
        this.findings = findings;
    }

    void checkAttributes(Element element) {
        for (var attribute : Elements.attributes(element)) {
            var namespace = attribute.getNamespaceURI();
            if (namespace == null || XML.contains(namespace)) {
                continue;
            }
            if (Elements.KESHI.equals(namespace)) {
                checkOurs(element, attribute);
            } else if (changesExecution(namespace, attribute.getLocalName())) {
                findings.add(DeploymentErrorCode.FOREIGN_EXTENSION, element, attribute.getNodeName());
            }
        }
    }

    /** An element of another namespace than BPMN's; what stands inside belongs to it. */
    void checkElement(Element element) {
        if (Elements.KESHI.equals(element.getNamespaceURI())) {
            if (!isOurs(element)) {
                findings.add(DeploymentErrorCode.UNKNOWN_KESHI_EXTENSION, element, element.getNodeName());
            }
        } else if (changesExecution(String.valueOf(element.getNamespaceURI()), element.getLocalName())) {
            findings.add(DeploymentErrorCode.FOREIGN_EXTENSION, element, element.getNodeName());
        }
    }

    private void checkOurs(Element element, Attr attribute) {
        var known = Elements.isBpmn(element)
                && OUR_ATTRIBUTES.getOrDefault(element.getLocalName(), Set.of()).contains(attribute.getLocalName());
        if (!known) {
            findings.add(DeploymentErrorCode.UNKNOWN_KESHI_EXTENSION, element, attribute.getNodeName());
        }
    }

    private static boolean isOurs(Element element) {
        return Elements.parent(element)
                .filter(around -> Elements.is(around, Elements.BPMN, "extensionElements"))
                .flatMap(Elements::parent)
                .filter(Elements::isBpmn)
                .filter(owner -> OUR_ELEMENTS
                        .getOrDefault(owner.getLocalName(), Set.of())
                        .contains(element.getLocalName()))
                .isPresent();
    }

    private static boolean changesExecution(String namespace, String name) {
        return ENGINES.contains(namespace)
                ? !HARMLESS_IN_ENGINES.contains(name)
                : TELLING_NAMES.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
}
