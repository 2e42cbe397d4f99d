package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.engine.InstanceEvent.InstanceStarted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instance while a transition works on it. It changes by recording history entries and in no other way. */
final class ProcessInstance {

    private final InstanceStarted start;
    private final Instant startedAt;
    private final Tokens tokens;
    private final Tasks tasks;
    private final Set<PersonId> approvedBy;
    private final Set<PersonId> decidedBy;
    private final List<HistoryEntry> history;
    private final List<GivenWork> work;
    private InstanceStatus status;
    private int round;
    private long lastEntry;

    private ProcessInstance(InstanceState state) {
        this.start = new InstanceStarted(state.id(), state.definition(), state.initiator(), state.variables());
        this.startedAt = state.startedAt();
        this.tokens = new Tokens(state.tokens(), state.lastToken(), state.endedRejected(), state.ends());
        this.tasks = new Tasks(state.tasks(), state.lastTask());
        this.approvedBy = new HashSet<>(state.approvedBy());
        this.decidedBy = new HashSet<>(state.decidedBy());
        this.history = new ArrayList<>(state.history());
        this.work = new ArrayList<>(state.work());
        this.status = state.status();
        this.round = state.round();
        this.lastEntry = state.lastEntry();
    }

    static ProcessInstance of(InstanceState state) {
        return new ProcessInstance(state);
    }

    /** The instance that comes of applying these entries, the first of which tells of its start. */
    static ProcessInstance replayed(List<HistoryEntry> entries) {
        var first = entries.getFirst();
        if (!(first.event() instanceof InstanceStarted start)) {
            throw new IllegalArgumentException("history begins with " + first);
        }
        var instance = new ProcessInstance(InstanceState.before(start, first.at()));
        entries.forEach(instance::apply);
        return instance;
    }

    InstanceState state() {
        return new InstanceState(
                start.id(),
                start.definition(),
                start.initiator(),
                startedAt,
                start.variables(),
                status,
                round,
                tokens.all(),
                tasks.all(),
                approvedBy,
                decidedBy,
                tokens.endedRejected(),
                tokens.ends(),
                work,
                tokens.last(),
                tasks.last(),
                lastEntry,
                history);
    }

    /** Makes it so, and a part of the history. */
    HistoryEntry record(InstanceEvent event, @Nullable PersonId by, Instant at) {
        var entry = new HistoryEntry(lastEntry + 1, at, by, event);
        apply(entry);
        return entry;
    }

    private void apply(HistoryEntry entry) {
        if (entry.sequence() != lastEntry + 1) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " after " + lastEntry);
        }
        switch (entry.event()) {
            case InstanceEvent.OfInstance event -> applyToInstance(event, entry.at());
            case InstanceEvent.OfTask event -> applyToTask(event, entry.at());
            case InstanceEvent.OfToken event -> tokens.apply(event);
            case InstanceEvent.WorkGiven(var given, var _) -> work.add(given);
        }
        lastEntry = entry.sequence();
        history.add(entry);
    }

    private void applyToInstance(InstanceEvent.OfInstance event, Instant at) {
        switch (event) {
            case InstanceStarted _, InstanceEvent.Commented _ -> {}
            case InstanceEvent.InstanceCompleted(var outcome) -> end(new InstanceStatus.Completed(outcome, at));
            case InstanceEvent.InstanceWithdrawn _ -> end(new InstanceStatus.Withdrawn(at));
            case InstanceEvent.InstanceTerminated _ -> end(new InstanceStatus.Terminated(at));
        }
    }

    private void applyToTask(InstanceEvent.OfTask event, Instant at) {
        switch (event) {
            case InstanceEvent.TaskApproved(var id, var _, var _, var approver, var _) -> {
                tokens.decide(tasks.task(id).token(), Outcome.APPROVED, approver);
                approvedBy.add(approver);
                decidedBy.add(approver);
            }
            case InstanceEvent.TaskRejected(var id, var _, var _, var approver, var _) -> {
                tokens.decide(tasks.task(id).token(), Outcome.REJECTED, null);
                decidedBy.add(approver);
            }
            case InstanceEvent.TaskOpened _,
                    InstanceEvent.TaskClaimed _,
                    InstanceEvent.TaskReleased _,
                    InstanceEvent.TaskReassigned _,
                    InstanceEvent.TaskCancelled _ -> {}
        }
        tasks.apply(event, round, at);
    }

    private void end(InstanceStatus how) {
        status = how;
        tokens.clear();
    }

    InstanceId id() {
        return start.id();
    }

    PersonId initiator() {
        return start.initiator();
    }

    InstanceStatus status() {
        return status;
    }

    boolean isRunning() {
        return status instanceof InstanceStatus.Running;
    }

    Tokens tokens() {
        return tokens;
    }

    Tasks tasks() {
        return tasks;
    }

    Set<PersonId> approvedBy() {
        return approvedBy;
    }

    Set<PersonId> decidedBy() {
        return decidedBy;
    }

    InstanceStarted start() {
        return start;
    }
}
