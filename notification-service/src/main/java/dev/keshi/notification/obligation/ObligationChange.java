package dev.keshi.notification.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one event says of an obligation: what it is about, for whom it waits from then on, when it is due. What an event does
 * not say stays as it is; of two events that say it, the later one of the thing holds, whichever arrives first.
 *
 * @param move for whom it waits
 * @param standsFor the obligation that is met when this one is, so that both are one entry of the list
 */
public record ObligationChange(
        ObligationId id,
        Optional<Topic> topic,
        Optional<Move> move,
        Optional<LocalDate> dueOn,
        Optional<ObligationId> standsFor) {

    /** For whom it waits, and as what; it is over when it waits for nobody and never will. */
    public sealed interface Move {

        record WaitsFor(ObligationKind kind, List<Holder> holders) implements Move {
            public WaitsFor {
                holders = List.copyOf(holders);
            }
        }

        record Over() implements Move {}
    }

    public static ObligationChange of(ObligationId id) {
        return new ObligationChange(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ObligationChange about(Topic what) {
        return new ObligationChange(id, Optional.of(what), move, dueOn, standsFor);
    }

    public ObligationChange waitsFor(List<Holder> holders) {
        return waitsFor(id.origin(), holders);
    }

    public ObligationChange waitsFor(ObligationKind kind, List<Holder> holders) {
        return moved(new Move.WaitsFor(kind, holders));
    }

    public ObligationChange over() {
        return moved(new Move.Over());
    }

    public ObligationChange dueOn(LocalDate day) {
        return new ObligationChange(id, topic, move, Optional.of(day), standsFor);
    }

    public ObligationChange standingFor(Optional<ObligationId> other) {
        return new ObligationChange(id, topic, move, dueOn, other);
    }

    private ObligationChange moved(Move to) {
        return new ObligationChange(id, topic, Optional.of(to), dueOn, standsFor);
    }
}
