package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where cycles are kept. */
interface Cycles {

    Optional<Versioned<CycleDocument>> find(CycleId id);

    Versioned<CycleDocument> create(CycleId id, CommandContext context, CycleDocument cycle);

    Versioned<CycleDocument> change(
            CycleId id, CommandContext context, Function<CycleDocument, Change<CycleDocument>> decide);

    /** Those that wait for the service to go on with them. */
    List<CycleId> workedOn();
}
