package dev.keshi.chaos.load;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Several people, or one at several screens, do something at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** Returns when all are done, in the order in which they were named. */
    static <T> List<T> all(List<Supplier<T>> deeds) {
        var ready = new CountDownLatch(deeds.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return deeds.stream()
                    .map(deed -> CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                await(ready);
                                return deed.get();
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
