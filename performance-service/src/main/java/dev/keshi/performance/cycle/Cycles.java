package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where cycles are kept. */
interface Cycles {

    Optional<Versioned<CycleDocument>> find(CycleId id);

    Versioned<CycleDocument> create(CycleId id, CommandContext context, CycleDocument cycle);

    Versioned<CycleDocument> change(
            CycleId id, CommandContext context, Function<CycleDocument, Change<CycleDocument>> decide);

    /** Which of these were called off. */
    Set<String> cancelled(Collection<String> ids);

    /** Those that wait for the service to go on with them. */
    List<CycleId> workedOn();

    /** The next one whose raters are to be reminded and have not all been. @param after its id lies behind this text */
    Optional<CycleId> toRemindOf(LocalDate today, String after);

    /** Everybody has been reminded. That is no change of the cycle: whoever has read it may go on with what was read. */
    void reminded(CycleId id, LocalDate today);
}
