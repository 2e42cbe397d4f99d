package dev.keshi.messaging.consumer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Rings in this replica when it has written effects. A hint: what it misses is found by a look. */
final class EffectsDoorbell {

    private final Map<String, List<Semaphore>> bells = new ConcurrentHashMap<>();

    /** A permit whenever effects have been written to the collection; several of them may be one. */
    Semaphore bell(String collection) {
        var bell = new Semaphore(0);
        bells.computeIfAbsent(collection, _ -> new CopyOnWriteArrayList<>()).add(bell);
        return bell;
    }

    void ring(Set<String> collections) {
        for (var collection : collections) {
            for (var bell : bells.getOrDefault(collection, List.of())) {
                if (bell.availablePermits() == 0) {
                    bell.release();
                }
            }
        }
    }
}
