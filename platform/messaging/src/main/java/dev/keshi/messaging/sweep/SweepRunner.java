package dev.keshi.messaging.sweep;

import dev.keshi.messaging.StoreReadiness;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One thread of this replica that looks for what has become due, unless another replica is the one to look. */
final class SweepRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SweepRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Swept> swept;
    private final SweepLease lease;
    private final StoreReadiness store;
    private final SweepSettings settings;
    private final Semaphore bell = new Semaphore(0);

    /** When each was looked for last, to the end. */
    private final Map<Swept, Long> looked = new HashMap<>();

    private volatile @Nullable Thread thread;

    SweepRunner(List<Swept> swept, SweepLease lease, StoreReadiness store, SweepSettings settings) {
        this.swept = List.copyOf(swept);
        this.lease = lease;
        this.store = store;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (swept.isEmpty()) {
            return;
        }
        var looking = Thread.ofVirtual().name("sweep").unstarted(this::look);
        // Before it starts: it looks at this to know whether it is wanted.
        thread = looking;
        looking.start();
    }

    /** Ends after the part that is being done. */
    @Override
    public void stop() {
        var looking = thread;
        thread = null;
        if (looking != null) {
            bell.release();
            try {
                looking.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void look() {
        if (!store.await(this::isRunning)) {
            return;
        }
        while (isRunning()) {
            swept.stream().filter(this::isTimeFor).forEach(this::sweep);
            pause();
        }
        giveBack();
    }

    private boolean isTimeFor(Swept due) {
        if (due.every().isZero()) {
            return true;
        }
        var last = looked.get(due);
        return last == null || System.nanoTime() - last >= due.every().toNanos();
    }

    private void sweep(Swept due) {
        try {
            var after = "";
            do {
                if (!isRunning() || !lease.hold()) {
                    return;
                }
                after = due.doPart(after);
            } while (!after.equals(Swept.DONE));
            looked.put(due, System.nanoTime());
        } catch (RuntimeException | Error later) {
            // An error too: without this thread nothing would become due.
            log.warn("What is due of {} is looked for again", due.name(), later);
        }
    }

    private void giveBack() {
        try {
            lease.giveBack();
        } catch (RuntimeException runsOut) {
            log.debug("The lease of the sweep runs out by itself", runsOut);
        }
    }

    private void pause() {
        try {
            var unused = bell.tryAcquire(settings.every().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
