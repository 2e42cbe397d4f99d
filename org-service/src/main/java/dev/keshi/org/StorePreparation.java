package dev.keshi.org;

/** What a feature needs in the database before the first request: indexes and fixed documents. Repeating it is harmless. */
@FunctionalInterface
public interface StorePreparation {

    void prepare();
}
