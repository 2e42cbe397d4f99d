package dev.keshi.chaos;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Outcome;
import java.time.Duration;
import java.util.List;

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
}
