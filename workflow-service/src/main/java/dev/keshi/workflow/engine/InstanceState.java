package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.DefinitionRef;
import dev.keshi.workflow.definition.StepId;
import dev.keshi.workflow.form.FormValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one instance; immutable, meant to be one document.
 *
 * @param round rises when an approver returns the request, so that late decisions of an older round are known
 * @param tokens in the order they were made
 * @param tasks open tasks in the order they were opened; finished ones are in the history only
 * @param approvedBy everybody who has approved a step
 * @param decidedBy everybody who has decided a step, either way
 * @param endedRejected whether a path has ended on a rejection
 * @param ends the end events that paths have come to; in states from before these were kept only the later ones
 * @param work what it has given by being approved, in the order of the process
 * @param lastToken number of tokens made so far
 * @param lastTask number of tasks opened so far
 * @param lastEntry sequence of the last history entry
 * @param history entries that have not been moved out of the state yet, without a gap up to {@code lastEntry}
 */
public record InstanceState(
        InstanceId id,
        DefinitionRef definition,
        PersonId initiator,
        Instant startedAt,
        Map<String, FormValue> variables,
        InstanceStatus status,
        int round,
        List<Token> tokens,
        List<OpenTask> tasks,
        Set<PersonId> approvedBy,
        Set<PersonId> decidedBy,
        boolean endedRejected,
        @Nullable Set<StepId> ends,
        @Nullable List<GivenWork> work,
        int lastToken,
        int lastTask,
        long lastEntry,
        List<HistoryEntry> history) {

    public InstanceState {
        variables = Map.copyOf(variables);
        tokens = List.copyOf(tokens);
        tasks = List.copyOf(tasks);
        approvedBy = Set.copyOf(approvedBy);
        decidedBy = Set.copyOf(decidedBy);
        // States in the store from before work was given do not have these two.
        ends = Set.copyOf(Objects.requireNonNullElse(ends, Set.of()));
        work = List.copyOf(Objects.requireNonNullElse(work, List.of()));
        history = List.copyOf(history);
    }

    @Override
    public Set<StepId> ends() {
        return Objects.requireNonNull(ends);
    }

    @Override
    public List<GivenWork> work() {
        return Objects.requireNonNull(work);
    }

    /** What stands before the first entry of the history is applied. */
    static InstanceState before(InstanceEvent.InstanceStarted start, Instant at) {
        return new InstanceState(
                start.id(),
                start.definition(),
                start.initiator(),
                at,
                start.variables(),
                new InstanceStatus.Running(),
                1,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                Set.of(),
                List.of(),
                0,
                0,
                0,
                List.of());
    }

    /** Empty while it runs. */
    public Optional<Instant> endedAt() {
        return switch (status) {
            case InstanceStatus.Running() -> Optional.empty();
            case InstanceStatus.Completed(var _, var at) -> Optional.of(at);
            case InstanceStatus.Withdrawn(var at) -> Optional.of(at);
            case InstanceStatus.Terminated(var at) -> Optional.of(at);
        };
    }

    public boolean isRunning() {
        return status instanceof InstanceStatus.Running;
    }

    /** Without the history entries up to and including this sequence, once they are kept elsewhere. */
    public InstanceState withHistoryMovedUpTo(long sequence) {
        var rest = history.stream().filter(entry -> entry.sequence() > sequence).toList();
        return new InstanceState(
                id,
                definition,
                initiator,
                startedAt,
                variables,
                status,
                round,
                tokens,
                tasks,
                approvedBy,
                decidedBy,
                endedRejected,
                ends,
                work,
                lastToken,
                lastTask,
                lastEntry,
                rest);
    }
}
