package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.ProcessGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One transition under way: the instance, its graph, and what has happened so far. */
final class Turn {

    private final ProcessGraph graph;
    private final ProcessInstance instance;
    private final Instant now;
    private final List<HistoryEntry> entries = new ArrayList<>();

    Turn(ProcessGraph graph, ProcessInstance instance, Instant now) {
        this.graph = graph;
        this.instance = instance;
        this.now = now;
    }

    /** A person did it. */
    void record(PersonId by, InstanceEvent event) {
        entries.add(instance.record(event, by, now));
    }

    /** The engine did it by itself. */
    void record(InstanceEvent event) {
        entries.add(instance.record(event, null, now));
    }

    /** Cancels what is open and ends the instance. */
    void end(InstanceEvent.OfInstance how) {
        cancelTasks();
        record(how);
    }

    void end(PersonId by, InstanceEvent.OfInstance how) {
        cancelTasks();
        record(by, how);
    }

    private void cancelTasks() {
        instance.tasks()
                .all()
                .forEach(task -> record(new InstanceEvent.TaskCancelled(
                        task.id(),
                        task.step(),
                        task.stepName(),
                        task.assignment().people())));
    }

    ProcessGraph graph() {
        return graph;
    }

    ProcessInstance instance() {
        return instance;
    }

    Transition done() {
        return new Transition(instance.state(), entries);
    }
}
