package dev.keshi.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fast events leave that were written while nobody could publish. */
final class Drain {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Contender contender;
    private int events;

    Drain(Contender contender) {
        this.contender = contender;
    }

    Map<String, Object> fill(int count, int perAggregate) {
        contender.publish(false);
        contender.fill(count, perAggregate);
        events = count;
        return Map.of("events", count);
    }

    Map<String, Object> run() {
        Sightings.begin();
        contender.publish(true);
        contender.drain();
        Waiting.until("acknowledgements of the backlog", PATIENCE, () -> Sightings.acks() >= events);
        Waiting.until("an empty outbox", PATIENCE, contender::hasDrained);
        long end = System.nanoTime();
        contender.publish(false);
        var result = new LinkedHashMap<String, Object>();
        result.put("events", events);
        result.put("sent", Sightings.acks());
        result.put("ackedPerSecond", events * 1e9 / (Sightings.lastAck() - Sightings.firstSent()));
        result.put("drainedPerSecond", events * 1e9 / (end - Sightings.firstSent()));
        return result;
    }
}
