package dev.keshi.notification.live;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one stream; rung a thousand times before it is heard, it still rings once. */
final class Bell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** @return whether it rang within the time */
    boolean await(Duration atMost) throws InterruptedException {
        boolean heard = rung.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
        rung.drainPermits();
        return heard;
    }
}
