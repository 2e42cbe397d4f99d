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

    /** Of several commands that want the same one can be carried out, once, and one alone is told so. */
    void requireOnce(List<Operation> attempts, long effects) {
        require(effects < 2, Invariant.I7, "%s have %d effects", attempts, effects);
        require(count(attempts, Outcome.OK) < 2, Invariant.I8, "more than one was told that it is done: %s", attempts);
        require(effects > 0 || count(attempts, Outcome.OK) == 0, Invariant.I1, "%s have no effect", attempts);
        require(
                effects == 0 || count(attempts, Outcome.FAILED) < attempts.size(),
                Invariant.I7,
                "all of %s were refused, and there is an effect",
                attempts);
    }

    private static long count(List<Operation> attempts, Outcome outcome) {
        return attempts.stream().filter(one -> one.outcome() == outcome).count();
    }
}
