package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Each command against the events: as many as its outcome allows, each what was asked for, at the place that was asked for; and no event that nobody
 * asked for.
 */
final class Effects {

    private static final Set<String> ASKED_FOR = Arrays.stream(Kind.values())
            .map(Kind::event)
            .filter(type -> !type.isEmpty())
            .collect(Collectors.toSet());

    private final Truth truth;
    private final Findings findings;
    private final Map<String, Operation> reasons = new HashMap<>();

    Effects(Truth truth, Findings findings) {
        this.truth = truth;
        this.findings = findings;
    }

    /** @return the aggregates that were looked at */
    Set<String> check(List<Operation> operations, List<LoggedEvent> events) {
        var keys = new HashSet<String>();
        for (Operation operation : operations) {
            if (!operation.kind().event().isEmpty()) {
                var effects = effects(operation, events);
                findings.requireEffects(operation, effects.size());
                effects.forEach(event -> keys.add(event.key()));
                if (!operation.key().isEmpty()) {
                    keys.add(operation.key());
                }
                if (operation.outcome() != Outcome.FAILED) {
                    effects.forEach(event -> reasons.put(event.id(), operation));
                }
            }
        }
        for (String key : keys) {
            truth.once(key).stream()
                    .filter(event -> ASKED_FOR.contains(event.type()))
                    .forEach(event -> findings.require(
                            reasons.containsKey(event.id()),
                            Invariant.I7,
                            "nobody asked for %s: %s",
                            event,
                            event.json()));
        }
        return keys;
    }

    /** The command that led to the event, as far as it was looked at. */
    @Nullable
    Operation reason(LoggedEvent event) {
        return reasons.get(event.id());
    }

    /** Events that come of the command. Whoever never learned the key finds its first event by a mark, and it must be as asked. */
    private Set<LoggedEvent> effects(Operation operation, List<LoggedEvent> events) {
        var kind = operation.kind();
        if (!operation.key().isEmpty()) {
            return truth.once(operation.key()).stream()
                    .filter(operation::isToldBy)
                    .collect(Collectors.toSet());
        }
        var found = new HashMap<String, LoggedEvent>();
        events.stream()
                .filter(event -> !kind.identity().isEmpty()
                        && event.type().equals(kind.event())
                        && event.field(kind.identity()).equals(operation.asked(kind.identity())))
                .forEach(event -> found.putIfAbsent(event.id(), event));
        found.values()
                .forEach(event -> findings.require(
                        operation.isToldBy(event),
                        Invariant.I7,
                        "%s led to something else: %s %s",
                        operation,
                        event,
                        event.json()));
        return Set.copyOf(found.values());
    }
}
