package dev.keshi.workflow.definition;

import dev.keshi.workflow.approver.ApprovalPolicy;
import dev.keshi.workflow.approver.ApproverRule;
import dev.keshi.workflow.approver.RoleName;
import dev.keshi.workflow.approver.WhenInitiator;
import dev.keshi.workflow.approver.WhenNobody;
import dev.keshi.workflow.approver.WhenSamePerson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * Reads who approves a user task: its own {@code keshi:approver}, else the role of the innermost lane it lies in, which
 * is the lane's {@code keshi:role} or its name.
 */
final class ApproverReading {

    private final Findings findings;
    private final Map<String, Element> laneOfStep = new HashMap<>();

    ApproverReading(DrawnProcess process, Findings findings) {
        this.findings = findings;
        Elements.children(process.element(), Elements.BPMN, "laneSet").forEach(set -> readLanes(set, process));
    }

    /** Empty when something is wrong with it. */
    Optional<ApprovalPolicy> read(String id, Element task) {
        var rule = Elements.keshiAttribute(task, "approver").isPresent()
                ? attribute(task, "approver", ApproverRule::parse)
                : fromLane(id, task);
        var nobody = attribute(task, "whenNobody", WhenNobody::parse);
        var initiator = attribute(task, "whenInitiator", WhenInitiator::parse);
        var same = attribute(task, "samePerson", WhenSamePerson::parse);
        return rule.map(ApprovalPolicy::of)
                .map(defaults -> new ApprovalPolicy(
                        defaults.rule(),
                        nobody.orElse(defaults.whenNobody()),
                        initiator.orElse(defaults.whenInitiator()),
                        same.orElse(defaults.whenSamePerson())));
    }

    private <T> Optional<T> attribute(Element task, String name, Function<String, Optional<T>> parse) {
        var text = Elements.keshiAttribute(task, name);
        var value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            findings.add(DeploymentErrorCode.APPROVER_INVALID, task, "keshi:" + name, text.get());
        }
        return value;
    }

    private Optional<ApproverRule> fromLane(String id, Element task) {
        var role = Optional.ofNullable(laneOfStep.get(id))
                .flatMap(lane -> Elements.keshiAttribute(lane, "role").or(() -> Elements.attribute(lane, "name")))
                .filter(name -> !name.isBlank() && name.length() <= 100);
        if (role.isEmpty()) {
            findings.add(DeploymentErrorCode.APPROVER_MISSING, task);
        }
        return role.map(name -> new ApproverRule.HoldersOf(new RoleName(name)));
    }

    private void readLanes(Element laneSet, DrawnProcess process) {
        for (var lane : Elements.children(laneSet, Elements.BPMN, "lane")) {
            for (var reference : Elements.children(lane, Elements.BPMN, "flowNodeRef")) {
                var step = reference.getTextContent().strip();
                if (process.steps().containsKey(step)) {
                    laneOfStep.put(step, lane);
                } else {
                    findings.add(DeploymentErrorCode.DANGLING_REFERENCE, reference, "flowNodeRef", step);
                }
            }
            Elements.children(lane, Elements.BPMN, "childLaneSet").forEach(inner -> readLanes(inner, process));
        }
    }
}
