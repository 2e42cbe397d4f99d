package dev.keshi.workflow.engine;

import static dev.keshi.workflow.approver.Organisation.person;

import dev.keshi.workflow.approver.Organisation;
import dev.keshi.workflow.condition.ConditionEvaluator;
import dev.keshi.workflow.definition.BpmnCompiler;
import dev.keshi.workflow.definition.Compilation;
import dev.keshi.workflow.definition.DefinitionId;
import dev.keshi.workflow.definition.DefinitionRef;
import dev.keshi.workflow.definition.ProcessGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays an instance: keeps its state from command to command and everything that has happened. */
final class Play {

    static final ConditionEvaluator CONDITIONS = ConditionEvaluator.withDefaults();
    static final Instant NOW = Instant.parse("2026-11-21T01:02:03.004Z");
    private static final BpmnCompiler COMPILER = new BpmnCompiler(CONDITIONS);

    final Organisation organisation = Organisation.usual();
    private final ProcessGraph graph;
    private final ProcessEngine engine;
    private final List<HistoryEntry> history = new ArrayList<>();
    private InstanceState state;

    private Play(ProcessGraph graph) {
        this.graph = graph;
        this.engine = new ProcessEngine(organisation, CONDITIONS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Play of(byte[] xml) {
        return switch (COMPILER.compile(xml)) {
            case Compilation.Compiled(var graph) -> new Play(graph);
            case Compilation.Refused(var errors) -> throw new IllegalArgumentException(errors.toString());
        };
    }

    static Play leaveRequest() {
        try (var file = Play.class.getResourceAsStream("/processes/leave-request.bpmn")) {
            return of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> leave(double days) {
        return Map.of("leaveType", "annual", "from", "2026-11-23", "to", "2026-11-30", "days", days, "reason", "探亲");
    }

    Play start(String initiator, Map<String, Object> form) {
        var definition = new DefinitionRef(new DefinitionId("d1"), graph.key(), 1, graph.name());
        return keep(engine.start(graph, new StartInstance(new InstanceId("i1"), definition, person(initiator), form)));
    }

    Play start(String initiator) {
        return start(initiator, Map.of());
    }

    Play handle(InstanceCommand command) {
        return keep(engine.handle(graph, state, command));
    }

    /** What would follow, without keeping it. */
    Transition attempt(InstanceCommand command) {
        return engine.handle(graph, state, command);
    }

    Play approve(String step, String by) {
        var task = task(step);
        return handle(new InstanceCommand.Approve(task.id(), task.revision(), person(by), Remark.none()));
    }

    Play reject(String step, String by) {
        var task = task(step);
        return handle(new InstanceCommand.Reject(task.id(), task.revision(), person(by), new Remark("不同意")));
    }

    Play claim(String step, String by) {
        var task = task(step);
        return handle(new InstanceCommand.Claim(task.id(), task.revision(), person(by)));
    }

    Play release(String step, String by) {
        var task = task(step);
        return handle(new InstanceCommand.Release(task.id(), task.revision(), person(by)));
    }

    Play withdraw(String by) {
        return handle(new InstanceCommand.Withdraw(person(by), Remark.none()));
    }

    OpenTask task(String step) {
        return state.tasks().stream()
                .filter(task -> task.step().value().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open task at " + step + ": " + openSteps()));
    }

    List<String> openSteps() {
        return state.tasks().stream().map(task -> task.step().value()).toList();
    }

    InstanceState state() {
        return state;
    }

    String status() {
        return state.status().text();
    }

    List<HistoryEntry> history() {
        return history;
    }

    /** Names of the events so far. */
    List<String> events() {
        return history.stream()
                .map(entry -> entry.event().getClass().getSimpleName())
                .toList();
    }

    private Play keep(Transition transition) {
        state = transition.state();
        history.addAll(transition.entries());
        return this;
    }
}
