package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** People who each do the same thing again and again, until it is enough. */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> people = new ArrayList<>();
    private volatile boolean enough;

    /** Begins at once. */
    void add(Duration pause, Runnable work) {
        people.add(threads.submit(() -> {
            while (!enough) {
                work.run();
                LockSupport.parkNanos(pause.toNanos());
            }
        }));
    }

    /** Waits until a count has grown so far; fails as soon as one of the people does. */
    void awaitAtLeast(int wanted, IntSupplier count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count.getAsInt() < wanted) {
            requireNobodyGaveUp();
            assertThat(System.nanoTime())
                    .as("%d instead of %d after %s", count.getAsInt(), wanted, PATIENCE)
                    .isLessThan(deadline);
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** Returns when everybody has finished what they were at; fails as the first of them did. */
    void finish() throws Exception {
        enough = true;
        for (Future<?> person : people) {
            person.get();
        }
    }

    private void requireNobodyGaveUp() {
        for (Future<?> person : people) {
            if (person.state() == Future.State.FAILED) {
                throw new IllegalStateException("Someone gave up", person.exceptionNow());
            }
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdownNow();
    }
}
