package dev.keshi.events.testkit;

import dev.keshi.events.client.AggregateKey;
import dev.keshi.events.client.ConcurrentAdvance;
import dev.keshi.events.client.Position;
import dev.keshi.events.client.SubscriberStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A store that lasts as long as the test: handlers write into a map, which is committed together with the positions or not at all. Not
 * for production: what it remembers is gone with the process.
 */
public final class InMemoryStore implements SubscriberStore<Map<String, Object>> {

    private Map<String, Object> content = new TreeMap<>();
    private Map<AggregateKey, Position> positions = new HashMap<>();

    /** What was committed. */
    public synchronized Map<String, Object> content() {
        return new TreeMap<>(content);
    }

    @Override
    public synchronized <R extends @Nullable Object> R inTransaction(Work<Map<String, Object>, R> work)
            throws Exception {
        var contentBefore = content;
        var positionsBefore = positions;
        content = new TreeMap<>(content);
        positions = new HashMap<>(positions);
        boolean done = false;
        try {
            var result = work.in(content);
            done = true;
            return result;
        } finally {
            if (!done) {
                content = contentBefore;
                positions = positionsBefore;
            }
        }
    }

    @Override
    public synchronized Optional<Position> position(Map<String, Object> transaction, AggregateKey aggregate) {
        return Optional.ofNullable(positions.get(aggregate));
    }

    @Override
    public synchronized void advance(
            Map<String, Object> transaction, AggregateKey aggregate, Optional<Position> from, Position to) {
        if (!from.equals(Optional.ofNullable(positions.get(aggregate)))) {
            throw new ConcurrentAdvance(aggregate);
        }
        positions.put(aggregate, to);
    }
}
