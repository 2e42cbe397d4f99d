package dev.keshi.performance.bundle;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreReadiness;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings in what comes with the service, in the order of the bundles, as soon as the store is ready. */
@Component
class BundleService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BundleService.class);
    private static final String ACTOR = "system:bundle";

    private final List<Bundle> bundles;
    private final StoreReadiness store;
    private volatile boolean running;

    BundleService(List<Bundle> bundles, StoreReadiness store) {
        this.bundles = List.copyOf(bundles);
        this.store = store;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("bundles").start(this::bringIn);
    }

    private void bringIn() {
        if (!store.await(this::isRunning)) {
            return;
        }
        while (running) {
            try {
                var context = CommandContext.of(ACTOR);
                bundles.forEach(bundle -> bundle.bringIn(context));
                return;
            } catch (DataAccessException later) {
                log.warn("Bundles are tried again: {}", later.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
