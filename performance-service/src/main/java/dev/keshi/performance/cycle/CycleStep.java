package dev.keshi.performance.cycle;

import dev.keshi.performance.cycle.CycleWork.Place;
import java.util.Optional;

/** What the service does with a cycle by itself, part by part. Doing a part again changes nothing. */
interface CycleStep {

    /** @return where the next part begins; empty when there was nothing left to do */
    Optional<Place> doPart(CycleId id, CycleDocument cycle, Place at);

    /** After the last part. */
    void complete(CycleId id);
}
