package dev.keshi.org.imports;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread of this replica that carries out imports whose lease is free: at once when woken, else within seconds. */
final class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Imports imports;
    private final ImportRun run;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    ImportRunner(Imports imports, ImportRun run) {
        this.imports = imports;
        this.run = run;
    }

    void start() {
        var working = Thread.ofVirtual().name("imports").unstarted(this::work);
        // Before it starts: it looks at this to know whether it is wanted.
        thread = working;
        working.start();
    }

    /** Ends after the part that is being carried out. */
    void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            bell.release();
            try {
                working.join(ImportRun.LEASE);
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
        while (isRunning()) {
            try {
                imports.lease(holder, ImportRun.LEASE).ifPresent(leased -> run.carryOut(leased, this::isRunning));
            } catch (RuntimeException later) {
                log.warn("An import goes on when its lease has run out", later);
            }
            pause();
        }
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
