package dev.keshi.workflow.definition;

import dev.keshi.workflow.condition.Condition;
import dev.keshi.workflow.form.StartForm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Turns a drawn process into the graph that is executed; what cannot be turned is reported. */
final class GraphBuilder {

    private final DrawnProcess process;
    private final Findings findings;
    private final ConditionReading conditions;
    private final ApproverReading approvers;
    private final WorkReading work;
    private final Map<String, SequenceFlow> flows = new HashMap<>();

    GraphBuilder(DrawnProcess process, Findings findings, ConditionReading conditions) {
        this.process = process;
        this.findings = findings;
        this.conditions = conditions;
        this.approvers = new ApproverReading(process, findings);
        this.work = new WorkReading(findings);
    }

    /** The graph is complete only when there are no findings. */
    Optional<ProcessGraph> build() {
        var start = process.steps().entrySet().stream()
                .filter(entry -> "startEvent".equals(entry.getValue().getLocalName()))
                .findFirst();
        var form = start.map(entry -> new FormReading(findings, conditions).read(entry.getValue()))
                .orElseGet(StartForm::empty);
        process.flows().forEach(flow -> readFlow(flow, form));
        new GatewayCheck(process, findings).check();
        var steps = new LinkedHashMap<StepId, Step>();
        process.steps().forEach((id, element) -> step(id, element).ifPresent(step -> steps.put(step.id(), step)));
        var key = Elements.attribute(process.element(), "id");
        if (key.isEmpty()) {
            findings.add(DeploymentErrorCode.MISSING_ID, process.element());
        } else if (key.get().length() > ProcessKey.MAX_LENGTH) {
            findings.add(DeploymentErrorCode.ID_TOO_LONG, process.element(), ProcessKey.MAX_LENGTH);
        }
        if (!findings.isEmpty() || start.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        var name = name(process.element());
        return Optional.of(new ProcessGraph(
                new ProcessKey(key.get()),
                name.isEmpty() ? key.get() : name,
                english(steps),
                new StepId(start.get().getKey()),
                form,
                steps));
    }

    private EnglishNames english(Map<StepId, Step> steps) {
        var names = new HashMap<StepId, String>();
        steps.keySet()
                .forEach(step -> english(process.steps().get(step.value())).ifPresent(name -> names.put(step, name)));
        return new EnglishNames(english(process.element()), names, work.english());
    }

    private void readFlow(DrawnProcess.Flow flow, StartForm form) {
        var variables = new HashSet<>(form.variableNames());
        variables.add(ProcessGraph.OUTCOME);
        Condition condition = Elements.children(flow.element(), Elements.BPMN, "conditionExpression").stream()
                .findFirst()
                .flatMap(expression -> conditions.onFlow(flow.element(), expression, variables))
                .orElse(null);
        flows.put(
                flow.id(),
                new SequenceFlow(
                        new FlowId(flow.id()),
                        name(flow.element()),
                        new StepId(flow.from()),
                        new StepId(flow.to()),
                        condition));
    }

    private Optional<Step> step(String id, Element element) {
        var step = new StepId(id);
        var name = name(element);
        return switch (element.getLocalName()) {
            case "startEvent" -> Optional.of(new Step.Start(step, name, outgoing(id)));
            case "endEvent" -> Optional.of(new Step.End(step, name, terminates(element), work.read(element)));
            case "task", "manualTask" -> Optional.of(new Step.PassThrough(step, name, outgoing(id)));
            case "exclusiveGateway" ->
                Optional.of(new Step.ExclusiveGateway(
                        step,
                        name,
                        outgoing(id),
                        Elements.attribute(element, "default").map(FlowId::new)));
            case "parallelGateway" ->
                Optional.of(new Step.ParallelGateway(
                        step,
                        name,
                        process.incoming(id).stream()
                                .map(flow -> new FlowId(flow.id()))
                                .toList(),
                        outgoing(id)));
            case "userTask" ->
                approvers
                        .read(id, element)
                        .map(policy -> new Step.Approval(step, name, policy, rejectionContinues(id), outgoing(id)));
            default -> Optional.empty();
        };
    }

    private List<SequenceFlow> outgoing(String step) {
        return process.outgoing(step).stream()
                .flatMap(flow -> Optional.ofNullable(flows.get(flow.id())).stream())
                .toList();
    }

    private boolean rejectionContinues(String task) {
        var next = outgoing(task);
        return next.size() == 1
                && isExclusiveGateway(next.getFirst().to().value())
                && outgoing(next.getFirst().to().value()).stream()
                        .map(SequenceFlow::condition)
                        .anyMatch(condition ->
                                condition != null && condition.variables().contains(ProcessGraph.OUTCOME));
    }

    private boolean isExclusiveGateway(String step) {
        var element = process.steps().get(step);
        return element != null && "exclusiveGateway".equals(element.getLocalName());
    }

    private static boolean terminates(Element end) {
        return !Elements.children(end, Elements.BPMN, "terminateEventDefinition")
                .isEmpty();
    }

    private static String name(Element element) {
        return Elements.attribute(element, "name").map(GraphBuilder::oneLine).orElse("");
    }

    private static Optional<String> english(@Nullable Element element) {
        return Optional.ofNullable(element)
                .flatMap(named -> Elements.keshiAttribute(named, "nameEn"))
                .filter(name -> !name.isEmpty())
                .map(GraphBuilder::oneLine);
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ");
    }
}
