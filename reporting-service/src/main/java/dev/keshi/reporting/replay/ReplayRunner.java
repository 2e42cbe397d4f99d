package dev.keshi.reporting.replay;

import dev.keshi.messaging.StoreReadiness;
import dev.keshi.reporting.replay.MongoReplays.Share;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of this replica that carry replays out: at once when woken, else within seconds. Each has a share of its own, so
 * that no gap waits behind a history, and no service behind a caller.
 */
final class ReplayRunner {

    private static final Logger log = LoggerFactory.getLogger(ReplayRunner.class);

    /** What one thread takes up. */
    private record Work(Share share, Semaphore bell) {

        Work(Share share) {
            this(share, new Semaphore(0));
        }
    }

    private final Work gaps = new Work(Share.GAPS);

    private final Work histories = new Work(Share.HISTORIES);
    private final Work ofCallers = new Work(Share.CALLERS);

    /** For what was given up; it is sent again. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final MongoReplays replays;
    private final StoreReadiness store;
    private final Function<Share, Producer<String, byte[]>> producers;
    private final Function<Producer<String, byte[]>, ReplayRun> runs;
    private final Duration lookEvery;
    private final String holder = UUID.randomUUID().toString();
    private volatile List<Thread> threads = List.of();

    /**
     * @param producers makes a producer for one replay
     * @param lookEvery how long without the bell until it looks by itself; those that look after gaps and histories are woken by a follower too
     */
    ReplayRunner(
            MongoReplays replays,
            StoreReadiness store,
            Function<Share, Producer<String, byte[]>> producers,
            Function<Producer<String, byte[]>, ReplayRun> runs,
            Duration lookEvery) {
        this.replays = replays;
        this.store = store;
        this.producers = producers;
        this.runs = runs;
        this.lookEvery = lookEvery;
    }

    void start() {
        threads = List.of(
                Thread.ofVirtual().name("replays-of-gaps").unstarted(() -> work(gaps)),
                Thread.ofVirtual().name("replays-of-histories").unstarted(() -> work(histories)),
                Thread.ofVirtual().name("replays-of-callers").unstarted(() -> work(ofCallers)));
        threads.forEach(Thread::start);
    }

    /** A caller has asked for a replay. */
    void wake() {
        ofCallers.bell().release();
    }

    /** A service may have asked for one, or the replica that had begun with it may be gone. */
    void wakeForServices() {
        gaps.bell().release();
        histories.bell().release();
    }

    private void work(Work work) {
        if (!store.await(this::isRunning)) {
            return;
        }
        while (isRunning()) {
            boolean worked = false;
            try {
                var leased = replays.lease(work.share(), holder, ReplayRun.LEASE);
                worked = leased.isPresent();
                if (leased.isPresent()) {
                    carryOut(work.share(), leased.get());
                }
            } catch (RuntimeException later) {
                log.warn("A replay goes on when its lease has run out: {}", later.toString());
            } catch (Error broken) {
                // The others of its share would wait for a thread that is gone.
                log.error("A replay is tried again when its lease has run out", broken);
            }
            if (!worked) {
                pause(work);
            }
        }
    }

    private void carryOut(Share share, MongoReplays.Run leased) {
        var producer = producers.apply(share);
        try {
            runs.apply(producer).carryOut(leased, this::isRunning);
        } finally {
            producer.close(CLOSING);
        }
    }

    private void pause(Work work) {
        try {
            if (work.bell().tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                work.bell().drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            threads = List.of();
        }
    }

    /** Ends after the part that is being sent. */
    void stop() {
        var working = threads;
        threads = List.of();
        gaps.bell().release();
        histories.bell().release();
        ofCallers.bell().release();
        try {
            for (var thread : working) {
                thread.join(ReplayRun.LEASE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return !threads.isEmpty();
    }
}
