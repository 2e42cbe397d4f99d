package dev.keshi.workflow.condition;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A few daemon platform threads, a short queue and a deadline for each piece of work, waiting included. */
final class BoundedPool implements AutoCloseable {

    private static final int QUEUE = 256;

    private final ThreadPoolExecutor threads;
    private final Duration deadline;

    BoundedPool(int size, Duration deadline) {
        this.deadline = deadline;
        var factory = Thread.ofPlatform().daemon().name("condition-", 1).factory();
        this.threads =
                new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), factory);
        this.threads.allowCoreThreadTimeOut(true);
    }

    sealed interface Outcome<T> {}

    record Done<T>(T value) implements Outcome<T> {}

    record Failed<T>(String why) implements Outcome<T> {}

    record Late<T>(String why) implements Outcome<T> {}

    <T> Outcome<T> run(Callable<T> work) {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            return new Late<>("too many conditions are waiting");
        }
        try {
            return new Done<>(future.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            future.cancel(true);
            return new Late<>("not finished within " + deadline);
        } catch (ExecutionException e) {
            return new Failed<>(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return new Late<>("interrupted");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
