package dev.keshi.performance.cycle;

import java.time.Duration;
import java.util.Optional;

/** How far the service is with a step of a cycle, and which replica goes on with it. */
interface CycleWork {

    /**
     * Takes the lease of a step when nobody holds it; judged by the clock of the database.
     *
     * @param time how long others keep away; longer where those who had it before were not heard of again
     */
    Optional<Leased> lease(CycleId cycle, CycleStatus step, String holder, Duration time);

    /** Keeps the place and renews the lease, also one that has run out. @return false when somebody else has the step */
    boolean save(Leased leased, Duration time);

    /** Lets the next holder begin at once. */
    void release(Leased leased);

    /** Counts that the step has failed, and lets nobody try again before so long; nothing when somebody else has the step. */
    void failed(Leased leased, Duration wait);

    /** Lets the step begin anew; whoever holds it has lost it. */
    void beginAnew(CycleId cycle, CycleStatus step);

    Optional<Progress> progress(CycleId cycle, CycleStatus step);

    /**
     * @param after the last person of the part that was done last, empty text at the beginning
     * @param done how many people or appraisals were looked at
     */
    record Place(String after, long done) {

        static final Place BEGIN = new Place("", 0);

        Place behind(String last, int more) {
            return new Place(last, done + more);
        }
    }

    /** @param failures how often in a row the step has failed at this place */
    record Progress(Place place, int failures) {}

    /** @param token rises with each new holder */
    record Leased(CycleId cycle, CycleStatus step, Progress progress, long token) {

        Place place() {
            return progress.place();
        }

        /** How often in a row the step has failed at this place. */
        int failures() {
            return progress.failures();
        }

        Leased at(Place next) {
            return new Leased(cycle, step, new Progress(next, 0), token);
        }
    }
}
