package dev.keshi.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * Changes at a fixed pace, whether or not the former one has ended, each of another aggregate. Times are taken from the
 * instant at which a change was due, so that a stall counts for all that it delays.
 */
record OpenLoop(Contender contender) {

    private static final long HIGHEST_MICROS = 60_000_000;
    /** As many as a service lets in at once; whoever waits for a place waits on our clock. */
    private static final int WRITERS = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Map<String, Object> run(int perSecond, int seconds) {
        int count = perSecond * seconds;
        var committed = new AtomicLongArray(count);
        var refused = new AtomicInteger();
        long gap = 1_000_000_000L / perSecond;
        Sightings.begin();
        long begin = System.nanoTime() + 50_000_000;
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < count; i++) {
                int aggregate = i;
                sleepUntil(begin + i * gap);
                writers.execute(() -> {
                    try {
                        contender.change(aggregate);
                    } catch (RuntimeException failure) {
                        refused.incrementAndGet();
                        failure.printStackTrace();
                    }
                    committed.set(aggregate, System.nanoTime());
                });
            }
        }
        Waiting.until("events of the open loop", PATIENCE, () -> Sightings.handlings() + refused.get() >= count);
        var result = new LinkedHashMap<String, Object>();
        result.put("events", count);
        result.put("refused", refused.get());
        result.put("commit", histogram(count, begin, gap, committed::get));
        result.put("ack", histogram(count, begin, gap, Sightings.ACKNOWLEDGED::get));
        result.put("handler", histogram(count, begin, gap, Sightings.HANDLED::get));
        return result;
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Microseconds, in HdrHistogram's compressed form, so that the runner can add up several runs. */
    private static String histogram(int count, long begin, long gap, IntToLongFunction seenAt) {
        var times = new Histogram(HIGHEST_MICROS, 3);
        for (int i = 0; i < count; i++) {
            long seen = seenAt.applyAsLong(i);
            // A refused write was never seen.
            if (seen != 0) {
                times.recordValue(Math.clamp((seen - begin - i * gap) / 1_000, 0, HIGHEST_MICROS));
            }
        }
        return Histograms.text(times);
    }
}
