package dev.keshi.chaos.fault;

import java.util.ArrayList;
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

    /** The same strikes, two at a time: half as many starts. The plan must not strike one thing twice in a row. */
    public Fault byTwo() {
        return new Fault(id, title, chance -> {
            var strikes = plan.strikes(chance);
            var pairs = new ArrayList<Strike>();
            for (int first = 0; first < strikes.size(); first += 2) {
                strikes.subList(first, Math.min(first + 2, strikes.size())).stream()
                        .reduce(Strike::and)
                        .ifPresent(pairs::add);
            }
            return pairs;
        });
    }
}
