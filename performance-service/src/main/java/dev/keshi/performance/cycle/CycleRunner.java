package dev.keshi.performance.cycle;

import dev.keshi.messaging.StoreMigrated;
import dev.keshi.performance.cycle.CycleWork.Leased;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread of this replica that goes on with cycles whose lease is free: at once when woken, else within seconds. */
final class CycleRunner {

    private static final Logger log = LoggerFactory.getLogger(CycleRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Cycles cycles;
    private final CycleWork work;
    private final StoreMigrated store;
    private final Map<CycleStatus, CycleStep> steps;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    CycleRunner(Cycles cycles, CycleWork work, StoreMigrated store, Map<CycleStatus, CycleStep> steps) {
        this.cycles = cycles;
        this.work = work;
        this.store = store;
        this.steps = Map.copyOf(steps);
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
                working.join(LEASE);
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
            try {
                cycles.workedOn().forEach(this::goOn);
            } catch (RuntimeException later) {
                log.warn("A cycle goes on when its lease has run out", later);
            }
            pause();
        }
    }

    private void goOn(CycleId id) {
        var cycle = cycles.find(id).map(found -> found.state());
        var step = cycle.map(CycleDocument::status).map(steps::get);
        if (cycle.isPresent() && step.isPresent()) {
            work.lease(id, cycle.get().status(), holder, LEASE)
                    .ifPresent(leased -> carryOut(cycle.get(), step.get(), leased));
        }
    }

    private void carryOut(CycleDocument cycle, CycleStep step, Leased leased) {
        var at = Optional.of(leased);
        while (at.isPresent() && isRunning()) {
            var here = at.get();
            var next = step.doPart(here.cycle(), cycle, here.place());
            if (next.isEmpty()) {
                // Not by a replica that was paused for so long that another one goes on.
                if (work.save(here, LEASE)) {
                    step.complete(here.cycle());
                    // Another step may follow.
                    wake();
                }
                return;
            }
            var moved = here.at(next.get());
            at = work.save(moved, LEASE) ? Optional.of(moved) : Optional.empty();
        }
        at.ifPresent(work::release);
    }

    private void pause() {
        try {
            if (bell.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
