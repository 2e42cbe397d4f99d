package dev.keshi.performance.cycle;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Goes through many slice by slice, a few slices at a time: while one waits for the store the others go on. */
final class SeveralAtOnce {

    private static final int AT_ONCE = 4;
    private static final int SLICE = 250;

    private SeveralAtOnce() {}

    /** Returns when all are done, or fails as the first that failed. */
    static <T> void inSlices(List<T> all, Consumer<List<T>> work) {
        var threads = Thread.ofVirtual().name("cycle-part-", 0).factory();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE, threads)) {
            IntStream.iterate(0, from -> from < all.size(), from -> from + SLICE)
                    .mapToObj(from -> all.subList(from, Math.min(from + SLICE, all.size())))
                    .<Future<?>>map(slice -> workers.submit(() -> work.accept(slice)))
                    .toList()
                    .forEach(SeveralAtOnce::await);
        }
    }

    private static void await(Future<?> running) {
        try {
            var unused = running.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A part of a cycle was not done", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before a part of a cycle was done", stopped);
        }
    }
}
