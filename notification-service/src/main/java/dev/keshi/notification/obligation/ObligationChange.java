package dev.keshi.notification.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one event says of an obligation: what it is about, for whom it waits from then on, when it is due. What an event does
 * not say stays as it is; of two events that say it, the later one of the thing holds, whichever arrives first.
 *
 * @param move for whom it waits
 * @param standsFor the obligation that is met when this one is, so that both are one entry of the list
 * @param begins whether it begins to wait with this event; said of what others may join later
 * @param exceptOf in whose list it is not, also when that one is among those it waits for: whom it is about
 */
public record ObligationChange(
        ObligationId id,
        Optional<Topic> topic,
        Optional<Move> move,
        Optional<LocalDate> dueOn,
        Optional<ObligationId> standsFor,
        boolean begins,
        Optional<String> exceptOf) {

    /** For whom it waits, and as what; it is over when it waits for nobody and never will. */
    public sealed interface Move {

        /** @param staying those of the holders for whom it has waited from the beginning */
        record WaitsFor(ObligationKind kind, List<Holder> holders, List<Holder> staying) implements Move {
            public WaitsFor {
                holders = List.copyOf(holders);
                staying = List.copyOf(staying);
            }
        }

        record Over() implements Move {}
    }

    public static ObligationChange of(ObligationId id) {
        return new ObligationChange(
                id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    public ObligationChange about(Topic what) {
        return new ObligationChange(id, Optional.of(what), move, dueOn, standsFor, begins, exceptOf);
    }

    public ObligationChange waitsFor(List<Holder> holders) {
        return waitsFor(id.origin(), holders);
    }

    public ObligationChange waitsFor(ObligationKind kind, List<Holder> holders) {
        return moved(new Move.WaitsFor(kind, holders, List.of()));
    }

    /** It goes on waiting for some, and for another from now on. */
    public ObligationChange joins(Holder another, List<Holder> staying) {
        var holders = new ArrayList<>(staying);
        holders.add(another);
        return moved(new Move.WaitsFor(id.origin(), holders, staying));
    }

    public ObligationChange beginning() {
        return new ObligationChange(id, topic, move, dueOn, standsFor, true, exceptOf);
    }

    public ObligationChange over() {
        return moved(new Move.Over());
    }

    public ObligationChange dueOn(LocalDate day) {
        return new ObligationChange(id, topic, move, Optional.of(day), standsFor, begins, exceptOf);
    }

    public ObligationChange standingFor(Optional<ObligationId> other) {
        return new ObligationChange(id, topic, move, dueOn, other, begins, exceptOf);
    }

    /** Nobody talks with oneself, whoever may. */
    public ObligationChange exceptOf(String personId) {
        return new ObligationChange(id, topic, move, dueOn, standsFor, begins, Optional.of(personId));
    }

    private ObligationChange moved(Move to) {
        return new ObligationChange(id, topic, Optional.of(to), dueOn, standsFor, begins, exceptOf);
    }
}
