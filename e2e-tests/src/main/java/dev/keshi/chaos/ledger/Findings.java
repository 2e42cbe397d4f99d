package dev.keshi.chaos.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a check found broken, as it goes along. */
final class Findings {

    private final List<Broken> broken = new ArrayList<>();

    void require(boolean holds, Invariant invariant, String otherwise, Object... details) {
        if (!holds) {
            broken.add(new Broken(invariant, otherwise.formatted(details)));
        }
    }

    void addAll(Collection<Broken> more) {
        broken.addAll(more);
    }

    List<Broken> all() {
        return List.copyOf(broken);
    }

    /** An operation has as many effects as its outcome allows. */
    void requireEffects(Operation operation, long effects) {
        switch (operation.outcome()) {
            case OK -> {
                require(effects > 0, Invariant.I1, "%s has no effect", operation);
                require(effects < 2, Invariant.I7, "%s has %d effects", operation, effects);
            }
            case FAILED -> require(effects == 0, Invariant.I7, "%s has %d effects", operation, effects);
            case UNKNOWN -> require(effects < 2, Invariant.I7, "%s has %d effects", operation, effects);
        }
    }
}
