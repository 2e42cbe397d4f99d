package dev.keshi.workflow.definition;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.instance.EventDefinition;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.LoopCharacteristics;
import org.operaton.bpm.model.xml.type.ModelElementType;

/** Which elements of BPMN are executed, which are shown only, and what kind the others are. */
final class Vocabulary {

    private static final Set<String> EXECUTED = Set.of(
            "definitions",
            "process",
            "startEvent",
            "endEvent",
            "userTask",
            "task",
            "manualTask",
            "exclusiveGateway",
            "parallelGateway",
            "sequenceFlow",
            "conditionExpression",
            "laneSet",
            "childLaneSet",
            "lane",
            "flowNodeRef");

    private static final Set<String> SHOWN = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "categoryValueRef",
            "collaboration",
            "participant",
            "participantMultiplicity",
            "messageFlow",
            "dataObject",
            "dataObjectReference",
            "dataState",
            "dataStore",
            "dataStoreReference",
            "dataInputAssociation",
            "dataOutputAssociation",
            "sourceRef",
            "targetRef",
            "property",
            "auditing",
            "monitoring");

    /** Children of definitions that other elements refer to; without those they do nothing. */
    private static final Set<String> DECLARATIONS = Set.of(
            "message",
            "signal",
            "error",
            "escalation",
            "itemDefinition",
            "resource",
            "interface",
            "endPoint",
            "partnerEntity",
            "partnerRole",
            "correlationProperty");

    /** Names of elements that would run: steps, what triggers events, loops. */
    private static final Set<String> ACTIVE = Stream.of(
                    FlowNode.class, EventDefinition.class, LoopCharacteristics.class)
            .flatMap(type -> withSubtypes(Bpmn.INSTANCE.getBpmnModel().getType(type)))
            .map(ModelElementType::getTypeName)
            .collect(Collectors.toUnmodifiableSet());

    /** Active, but unknown to the model library. */
    private static final Set<String> ALSO_ACTIVE =
            Set.of("adHocSubProcess", "standardLoopCharacteristics", "callChoreography", "subChoreography");

    private static final Set<String> STEPS = withSubtypes(
                    Bpmn.INSTANCE.getBpmnModel().getType(FlowNode.class))
            .map(ModelElementType::getTypeName)
            .collect(Collectors.toUnmodifiableSet());

    private Vocabulary() {}

    static boolean isExecuted(String name) {
        return EXECUTED.contains(name);
    }

    static boolean isShown(String name) {
        return SHOWN.contains(name);
    }

    static boolean isDeclaration(String name) {
        return DECLARATIONS.contains(name);
    }

    static boolean isActive(String name) {
        return ACTIVE.contains(name) || ALSO_ACTIVE.contains(name);
    }

    /** Whether sequence flows may connect it. */
    static boolean isStep(String name) {
        return STEPS.contains(name) || "adHocSubProcess".equals(name);
    }

    private static Stream<ModelElementType> withSubtypes(ModelElementType type) {
        return Stream.concat(Stream.of(type), type.getAllExtendingTypes().stream());
    }
}
