package dev.keshi.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Threads that write as fast as they are answered, each its own aggregates in turn. */
record ClosedLoop(Contender contender, int aggregates) {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** Events a second that are written and told, until the last one was: a backlog that grows is no throughput. */
    Map<String, Object> saturate(int threads, int seconds) {
        Sightings.begin();
        long begin = System.nanoTime();
        int count = write(threads, Duration.ofSeconds(seconds), contender::change);
        double writing = seconds(begin, System.nanoTime());
        Waiting.until("events of the closed loop", PATIENCE, () -> Sightings.handlings() >= count);
        var result = new LinkedHashMap<String, Object>();
        result.put("events", count);
        result.put("commitsPerSecond", count / writing);
        result.put("ackedPerSecond", count / seconds(begin, Sightings.lastAck()));
        result.put("handledPerSecond", count / seconds(begin, Sightings.lastHandled()));
        return result;
    }

    /** What a write costs with and without an event, in short turns, while nobody publishes. */
    Map<String, Object> writeCost(int threads, int seconds) {
        int turns = 4;
        var turn = Duration.ofMillis(seconds * 1_000L / (2 * turns));
        Sightings.begin();
        contender.publish(false);
        int with = 0;
        int without = 0;
        for (int i = 0; i < turns; i++) {
            without += write(threads, turn, contender::changeSilently);
            with += write(threads, turn, contender::change);
        }
        int told = with;
        contender.publish(true);
        Waiting.until("events of the write cost", PATIENCE, () -> Sightings.handlings() >= told);
        var result = new LinkedHashMap<String, Object>();
        result.put("threads", threads);
        result.put("withPerSecond", with * 1_000.0 / (turn.toMillis() * turns));
        result.put("withoutPerSecond", without * 1_000.0 / (turn.toMillis() * turns));
        result.put("cost", (double) without / with);
        return result;
    }

    private int write(int threads, Duration time, IntConsumer change) {
        var written = new AtomicInteger();
        var failure = new AtomicReference<@Nullable RuntimeException>();
        long end = System.nanoTime() + time.toNanos();
        try (var writers = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                writers.execute(() -> {
                    try {
                        for (int i = first; System.nanoTime() - end < 0; i += threads) {
                            change.accept(i % aggregates);
                            written.incrementAndGet();
                        }
                    } catch (RuntimeException refused) {
                        failure.set(refused);
                    }
                });
            }
        }
        var refused = failure.get();
        if (refused != null) {
            throw refused;
        }
        return written.get();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
