package dev.keshi.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something is so, looking often. */
public final class Waiting {

    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private Waiting() {}

    /** @throws IllegalStateException when it takes longer: the figures would be worth nothing */
    public static void until(String what, Duration patience, BooleanSupplier so) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("after " + patience + " still waiting: " + what + "; acknowledged "
                        + Sightings.acks() + ", handled " + Sightings.handlings());
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
