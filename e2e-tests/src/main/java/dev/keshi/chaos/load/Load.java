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

    private static final Duration BUSY = Duration.ofMillis(400);
    private static final Duration EASY = Duration.ofMillis(1_500);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Story> stories;
    private final long seed;
    private List<Future<?>> running = List.of();
    private volatile Duration pause = BUSY;
    private volatile boolean working;
    private int shift;

    public Load(List<Story> stories, long seed) {
        this.stories = List.copyOf(stories);
        this.seed = seed;
    }

    /** Everybody begins at once, and busily. */
    public void begin() {
        pause = BUSY;
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

    /** Everybody goes on, but leaves processes that are starting more of the machine: there are two cores for all. */
    public void ease() {
        pause = EASY;
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
