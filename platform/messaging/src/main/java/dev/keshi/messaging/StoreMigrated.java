package dev.keshi.messaging;

import java.util.function.BooleanSupplier;

/** For whoever works on the store without being asked: not before it is as this release wants it. */
public interface StoreMigrated {

    /**
     * Waits for the migrations and the indexes, however long they take; without end when a migration was refused.
     *
     * @param wanted false ends the wait
     * @return whether the store is ready to be worked on
     */
    boolean await(BooleanSupplier wanted);
}
