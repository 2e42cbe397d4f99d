package dev.keshi.training.sweep;

import dev.keshi.messaging.StoreMigrated;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread of this replica that looks for what has become due, and leaves it to another replica that is at it. */
@Component
class SweepService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SweepService.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<Swept> swept;
    private final MongoSweepLeases leases;
    private final StoreMigrated store;
    private final SweepProperties properties;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    SweepService(List<Swept> swept, MongoSweepLeases leases, StoreMigrated store, SweepProperties properties) {
        this.swept = List.copyOf(swept);
        this.leases = leases;
        this.store = store;
        this.properties = properties;
    }

    @Override
    public void start() {
        var looking = Thread.ofVirtual().name("sweep").unstarted(this::look);
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
                looking.join(LEASE);
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
            swept.forEach(this::sweep);
            pause();
        }
    }

    private void sweep(Swept due) {
        try {
            var after = "";
            do {
                if (!leases.take(due.name(), holder, LEASE)) {
                    return;
                }
                after = due.doPart(after);
            } while (!after.equals(Swept.DONE) && isRunning());
            leases.giveBack(due.name(), holder);
        } catch (RuntimeException later) {
            log.warn("What is due of {} is looked for again", due.name(), later);
        }
    }

    private void pause() {
        try {
            var unused = bell.tryAcquire(properties.every().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
