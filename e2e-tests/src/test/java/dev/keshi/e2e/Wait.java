package dev.keshi.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks again and again until what is asserted holds, for a bounded time. */
final class Wait {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Wait() {}

    static void until(ThrowingCallable assertion) throws Throwable {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }
}
