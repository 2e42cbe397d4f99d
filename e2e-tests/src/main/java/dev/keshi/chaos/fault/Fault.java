package dev.keshi.chaos.fault;

import java.util.List;
import java.util.Random;

/**
 * A kind of fault.
 *
 * @param id as in the list of faults, for example {@code F3}
 * @param title in a few words
 */
public record Fault(String id, String title, Plan plan) {

    /** The strikes of a run. */
    @FunctionalInterface
    public interface Plan {

        /** @param chance decides order and lengths; the same seed gives the same strikes */
        List<Strike> strikes(Random chance);
    }
}
