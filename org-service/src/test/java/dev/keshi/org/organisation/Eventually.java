package dev.keshi.org.organisation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, for a bounded time, until something holds. */
final class Eventually {

    private Eventually() {}

    static void holds(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true within " + patience);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
