package dev.keshi.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One thing that is broken and mended again.
 *
 * @param what in a few words
 * @param hold how long it stays broken
 */
public record Strike(String what, Runnable hit, Duration hold, Runnable heal) {

    /** Both at the same time. */
    Strike and(Strike other) {
        return new Strike(
                what + ", and " + other.what,
                () -> atOnce(hit, other.hit),
                hold.compareTo(other.hold) > 0 ? hold : other.hold,
                () -> atOnce(heal, other.heal));
    }

    /** Both are tried, also when one fails. */
    private static void atOnce(Runnable one, Runnable other) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(threads.submit(one), threads.submit(other));
            for (Future<?> each : both) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
