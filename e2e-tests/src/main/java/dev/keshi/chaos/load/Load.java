package dev.keshi.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Stories that are told side by side until they are told to rest. */
public final class Load implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Story> stories;
    private final Duration pause;
    private final long seed;
    private List<Future<?>> running = List.of();
    private volatile boolean working;
    private int shift;

    /** @param pause between two tellings of a story */
    public Load(List<Story> stories, Duration pause, long seed) {
        this.stories = List.copyOf(stories);
        this.pause = pause;
        this.seed = seed;
    }

    /** Everybody begins at once. */
    public void begin() {
        working = true;
        shift++;
        var begun = new ArrayList<Future<?>>();
        for (int number = 0; number < stories.size(); number++) {
            var story = stories.get(number);
            var chance = new Random(seed * 1_000_003 + shift * 1_009L + number);
            begun.add(threads.submit(() -> {
                tell(story, chance);
            }));
        }
        running = begun;
    }

    private void tell(Story story, Random chance) {
        while (working) {
            story.once(chance);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Returns when everybody has finished what they were at. */
    public void rest() throws Exception {
        working = false;
        for (Future<?> one : running) {
            one.get();
        }
        running = List.of();
    }

    @Override
    public void close() {
        working = false;
        threads.shutdownNow();
    }
}
