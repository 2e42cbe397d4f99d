package dev.keshi.test;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits, for a bounded time, until something holds. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** What shall pass without throwing anything. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    public static void eventually(Check check) {
        eventually(PATIENCE, check);
    }

    /** Fails with what was thrown last. */
    public static void eventually(Duration patience, Check check) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError | Exception notYet) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not within " + patience + ": " + notYet.getMessage(), notYet);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    public static void holds(Callable<Boolean> condition) {
        holds(PATIENCE, condition);
    }

    public static void holds(Duration patience, Callable<Boolean> condition) {
        eventually(patience, () -> {
            if (!condition.call()) {
                throw new AssertionError("still false");
            }
        });
    }
}
