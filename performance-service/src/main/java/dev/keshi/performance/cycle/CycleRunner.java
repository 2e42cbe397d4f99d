package dev.keshi.performance.cycle;

import dev.keshi.messaging.StoreReadiness;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.CycleWork.Leased;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread of this replica that goes on with cycles whose lease is free: at once when woken, else within seconds. A cycle whose step fails holds up no
 * other: it is tried again by itself, after a second first, and after twice as long each time, a minute at most.
 */
final class CycleRunner {

    private static final Logger log = LoggerFactory.getLogger(CycleRunner.class);

    /** Another replica goes on so long after this one has died; where one part takes longer than that, the next one has twice as long for it. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** So many times as long at most, however long a part took. */
    private static final int LONGEST_LEASE = 8;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** While somebody else has a cycle, or one has failed: its lease may end at any time. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Often enough for the longest wait. */
    private static final int MOST_DOUBLINGS = 6;

    private final Cycles cycles;
    private final CycleWork work;
    private final StoreReadiness store;
    private final Map<CycleStatus, CycleStep> steps;
    private final MeterRegistry meters;
    private final Duration lease;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /** @param lease how long a step is kept from others without a sign of life */
    CycleRunner(
            Cycles cycles,
            CycleWork work,
            StoreReadiness store,
            Map<CycleStatus, CycleStep> steps,
            MeterRegistry meters,
            Duration lease) {
        this.cycles = cycles;
        this.work = work;
        this.store = store;
        this.steps = Map.copyOf(steps);
        this.meters = meters;
        this.lease = lease;
    }

    void start() {
        var working = Thread.ofVirtual().name("cycles").unstarted(this::work);
        // Before it starts: it looks at this to know whether it is wanted.
        thread = working;
        working.start();
    }

    /** Ends after the part that is being done. */
    void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            bell.release();
            try {
                working.join(lease);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isRunning() {
        return thread != null;
    }

    void wake() {
        bell.release();
    }

    private void work() {
        if (!store.await(this::isRunning)) {
            return;
        }
        while (isRunning()) {
            pause(look());
        }
    }

    /** Errors do not end it either: without this thread no cycle would be gone on with. @return how long to wait for the next look, unless woken */
    private Duration look() {
        var next = LOOK_EVERY;
        try {
            for (var id : cycles.workedOn()) {
                if (isRunning() && !goOn(id)) {
                    next = LOOK_AGAIN;
                }
            }
        } catch (RuntimeException | Error later) {
            log.warn("Cycles to go on with are looked for again in {} s", LOOK_EVERY.toSeconds(), later);
        }
        return next;
    }

    /** @return whether nothing is left to wait for: false when somebody else has the cycle, and when it has failed */
    private boolean goOn(CycleId id) {
        try {
            var cycle = cycles.find(id).map(Versioned::state);
            var step = cycle.map(CycleDocument::status).map(steps::get);
            if (cycle.isEmpty() || step.isEmpty()) {
                return true;
            }
            var leased = work.lease(id, cycle.get().status(), holder, lease);
            return leased.isPresent() && carryOut(cycle.get(), step.get(), leased.get());
        } catch (RuntimeException | Error later) {
            log.warn("The cycle {} is looked at again in {} s", id.value(), LOOK_EVERY.toSeconds(), later);
            return true;
        }
    }

    private boolean carryOut(CycleDocument cycle, CycleStep step, Leased leased) {
        var here = leased;
        try {
            while (isRunning()) {
                long begun = System.nanoTime();
                var next = step.doPart(here.cycle(), cycle, here.place());
                var took = Duration.ofNanos(System.nanoTime() - begun);
                // Not by a replica that was paused for so long that another one goes on.
                var moved = next.map(here::at).orElse(here);
                if (!work.save(moved, leaseAfter(took))) {
                    return false;
                }
                if (next.isEmpty()) {
                    step.complete(here.cycle());
                    // Another step may follow.
                    wake();
                    return true;
                }
                here = moved;
            }
            work.release(here);
            return true;
        } catch (RuntimeException | Error failure) {
            failed(here, failure);
            return false;
        }
    }

    /** The next part may take twice as long. */
    private Duration leaseAfter(Duration took) {
        var wanted = Collections.max(List.of(lease, took.multipliedBy(2)));
        return Collections.min(List.of(wanted, lease.multipliedBy(LONGEST_LEASE)));
    }

    private void failed(Leased here, Throwable failure) {
        var wait = waitAfter(here.failures());
        log.warn(
                "The step {} of the cycle {} failed behind {} people, {} times in a row now; it is tried again in {} s",
                here.step(),
                here.cycle().value(),
                here.place().done(),
                here.failures() + 1,
                wait.toSeconds(),
                failure);
        meters.counter("cycle_step_failures_total", "step", here.step().name()).increment();
        try {
            work.failed(here, wait);
        } catch (RuntimeException runsOut) {
            log.warn(
                    "The lease of the cycle {} runs out by itself", here.cycle().value(), runsOut);
        }
    }

    /** @param failures how often in a row it had failed before */
    static Duration waitAfter(int failures) {
        var wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void pause(Duration longest) {
        try {
            if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
