package dev.keshi.messaging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Nobody works on the store before it is as this release wants it. */
@FunctionalInterface
public interface StoreReadiness {

    /** Whether migrations and indexes are done; once they are, they stay so. */
    boolean isReady();

    /**
     * Waits until they are, however long they take; without end when a migration was refused.
     *
     * @param wanted false ends the wait, and so does an interruption
     * @return whether the store is ready to be worked on
     */
    default boolean await(BooleanSupplier wanted) {
        while (wanted.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            if (isReady()) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return false;
    }
}
