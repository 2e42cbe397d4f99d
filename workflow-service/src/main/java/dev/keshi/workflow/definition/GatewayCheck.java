package dev.keshi.workflow.definition;

import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Conditions and default flows stand where they are executed, and only there. */
final class GatewayCheck {

    private final DrawnProcess process;
    private final Findings findings;

    GatewayCheck(DrawnProcess process, Findings findings) {
        this.process = process;
        this.findings = findings;
    }

    void check() {
        process.steps().forEach((id, step) -> {
            if ("exclusiveGateway".equals(step.getLocalName())) {
                checkExclusive(id, step);
            } else if (process.isExecuted(id)) {
                checkOther(id, step);
            }
        });
    }

    private void checkExclusive(String id, Element gateway) {
        var outgoing = process.outgoing(id);
        var byDefault = Elements.attribute(gateway, "default");
        if (byDefault.isPresent()
                && outgoing.stream().noneMatch(flow -> flow.id().equals(byDefault.get()))) {
            findings.add(DeploymentErrorCode.DANGLING_REFERENCE, gateway, "default", byDefault.get());
        }
        var bare = outgoing.stream()
                .filter(flow -> !isDefault(flow, byDefault) && !hasCondition(flow))
                .map(DrawnProcess.Flow::id)
                .collect(Collectors.joining(", "));
        if (outgoing.size() > 1 && !bare.isEmpty()) {
            findings.add(DeploymentErrorCode.NO_USABLE_CONDITION, gateway, bare);
        }
        outgoing.stream()
                .filter(flow -> isDefault(flow, byDefault) && hasCondition(flow))
                .forEach(flow -> findings.add(DeploymentErrorCode.CONDITION_ON_DEFAULT, flow.element()));
    }

    private void checkOther(String id, Element step) {
        if (step.hasAttribute("default")) {
            findings.add(DeploymentErrorCode.DEFAULT_NOT_EXECUTED, step);
        }
        process.outgoing(id).stream()
                .filter(GatewayCheck::hasCondition)
                .forEach(flow -> findings.add(DeploymentErrorCode.CONDITION_NOT_EXECUTED, flow.element()));
    }

    private static boolean isDefault(DrawnProcess.Flow flow, Optional<String> byDefault) {
        return byDefault.filter(flow.id()::equals).isPresent();
    }

    private static boolean hasCondition(DrawnProcess.Flow flow) {
        return !Elements.children(flow.element(), Elements.BPMN, "conditionExpression")
                .isEmpty();
    }
}
