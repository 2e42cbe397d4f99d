package dev.keshi.chaos;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one kind of fault.
 *
 * @param missed rounds in which the fault did not come about
 * @param red rounds after which a promise was found broken
 * @param settled the longest time from healing until everything was at rest
 */
public record Row(
        Fault fault,
        int rounds,
        int missed,
        int red,
        List<Operation> operations,
        List<Broken> broken,
        Duration settled,
        Duration took) {

    public Row {
        operations = List.copyOf(operations);
        broken = List.copyOf(broken);
    }

    long count(Outcome outcome) {
        return operations.stream()
                .filter(operation -> operation.outcome() == outcome)
                .count();
    }

    public boolean kept() {
        return broken.isEmpty();
    }

    /** Why it would prove nothing that no promise is found broken; empty when it proves something. */
    Optional<String> gap() {
        if (rounds == 0) {
            return Optional.of("%s was not tried".formatted(fault.id()));
        }
        if (missed > 0) {
            return Optional.of("%s did not come about in %d of %d rounds".formatted(fault.id(), missed, rounds));
        }
        return count(Outcome.OK) > 0
                ? Optional.empty()
                : Optional.of("nobody got anything done while %s was tried".formatted(fault.id()));
    }
}
