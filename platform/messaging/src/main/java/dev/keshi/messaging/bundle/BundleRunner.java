package dev.keshi.messaging.bundle;

import dev.keshi.messaging.StoreReadiness;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Brings in what comes with the service, one bundle after the other, as soon as the store is ready. */
final class BundleRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BundleRunner.class);

    private final List<Bundle> bundles;
    private final StoreReadiness store;
    private volatile boolean running;

    BundleRunner(List<Bundle> bundles, StoreReadiness store) {
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
        for (var bundle : bundles) {
            while (running && !isIn(bundle)) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private static boolean isIn(Bundle bundle) {
        try {
            bundle.bringIn().accept(bundle.context());
            return true;
        } catch (RuntimeException | Error later) {
            // Whatever it is: nothing else would bring it in before the next start.
            log.warn("{} are brought in with the next attempt: {}", bundle.name(), later.toString());
            return false;
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
