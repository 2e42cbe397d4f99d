package dev.keshi.reporting.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants; what is absent or empty does not matter.
 *
 * @param topic where the events go
 * @param types whole names of types
 * @param aggregate kind of aggregate
 * @param key id of the aggregate
 * @param from time of the first event, itself included
 * @param to time after the last event, itself excluded
 */
public record ReplayOrder(
        String topic,
        List<String> types,
        @Nullable String aggregate,
        @Nullable String key,
        @Nullable Instant from,
        @Nullable Instant to) {

    public ReplayOrder {
        types = List.copyOf(types);
    }
}
