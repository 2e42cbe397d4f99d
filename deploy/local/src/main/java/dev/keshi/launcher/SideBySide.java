package dev.keshi.launcher;

import dev.keshi.infrastructure.process.LocalFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work on several things, as many at a time as there are processors: more would only make each of them slower. */
final class SideBySide {

    private SideBySide() {}

    /** In the order of the list; waits for all, then tells the first failure. */
    static <T> void forEach(List<T> things, Consumer<T> work) {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var all = new ArrayList<Future<?>>();
            for (T thing : things) {
                all.add(threads.submit(() -> work.accept(thing)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
