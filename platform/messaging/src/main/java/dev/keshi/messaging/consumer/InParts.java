package dev.keshi.messaging.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Work that reads and writes nothing, done to parts of a list beside each other. */
final class InParts {

    private static final int PART = 250;

    private InParts() {}

    /**
     * What the work makes of each part, in the order of the list.
     *
     * @throws RuntimeException as the first part that failed did
     */
    static <T, R> List<R> of(List<T> all, Function<List<T>, List<R>> work) {
        if (all.size() <= PART) {
            return work.apply(all);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ArrayList<CompletableFuture<List<R>>>();
            for (int from = 0; from < all.size(); from += PART) {
                var part = all.subList(from, Math.min(from + PART, all.size()));
                parts.add(CompletableFuture.supplyAsync(() -> work.apply(part), threads));
            }
            return parts.stream().flatMap(part -> part.join().stream()).toList();
        } catch (CompletionException failed) {
            // What it is decides whether the same records are handled again.
            throw failed.getCause() instanceof RuntimeException itself ? itself : failed;
        }
    }
}
