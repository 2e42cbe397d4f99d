package dev.keshi.messaging;

/** For whoever is asked to work on the store and cannot wait as those do who look at {@link StoreMigrated}. */
@FunctionalInterface
public interface StoreReadiness {

    /** Whether migrations and indexes are done; once they are, they stay so. */
    boolean isReady();
}
