package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.LocalFailure;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Work on several things, as many at a time as there are processors: more would only make each of them slower. */
public final class SideBySide {

    private SideBySide() {}

    /** In the order of the list; the first failure ends the work on the others. */
    public static <T> void forEach(List<T> things, Consumer<T> work) {
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        var finished = new ExecutorCompletionService<Void>(threads);
        try {
            for (T thing : things) {
                finished.submit(() -> work.accept(thing), null);
            }
            for (int left = things.size(); left > 0; left--) {
                finished.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }
}
