package dev.keshi.chaos.fault;

import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Services one after the other, in an order that chance decides: each has its turn before any has another. */
final class Turns {

    private final List<Service> waiting;

    Turns(List<Service> services, Random chance) {
        waiting = new ArrayList<>(services);
        Collections.shuffle(waiting, chance);
    }

    Service next() {
        return next(waiting);
    }

    /** @param among of whom the one is wanted that waits longest */
    Service next(Collection<Service> among) {
        var next = waiting.stream().filter(among::contains).findFirst().orElseThrow();
        waiting.remove(next);
        waiting.add(next);
        return next;
    }
}
