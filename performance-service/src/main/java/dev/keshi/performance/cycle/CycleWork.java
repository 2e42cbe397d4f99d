package dev.keshi.performance.cycle;

import java.time.Duration;
import java.util.Optional;

/** How far the service is with a step of a cycle, and which replica goes on with it. */
interface CycleWork {

    /** Takes the lease of a step when nobody holds it; judged by the clock of the database. */
    Optional<Leased> lease(CycleId cycle, CycleStatus step, String holder, Duration time);

    /** Keeps the place and renews the lease. @return false when the lease was lost */
    boolean save(Leased leased, Duration time);

    /** Lets the next holder begin at once. */
    void release(Leased leased);

    /** Lets the step begin anew; whoever holds it has lost it. */
    void beginAnew(CycleId cycle, CycleStatus step);

    Optional<Place> place(CycleId cycle, CycleStatus step);

    /**
     * @param after the last id of the part that was done last, empty text at the beginning
     * @param done how many people or appraisals were looked at
     */
    record Place(String after, long done) {

        static final Place BEGIN = new Place("", 0);

        Place behind(String last, int more) {
            return new Place(last, done + more);
        }
    }

    /** @param token rises with each new holder */
    record Leased(CycleId cycle, CycleStatus step, Place place, long token) {

        Leased at(Place next) {
            return new Leased(cycle, step, next, token);
        }
    }
}
