package dev.keshi.reporting.archive;

import dev.keshi.contracts.operations.EventRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are read out; what is absent or empty does not matter.
 *
 * @param topic where they were published
 * @param types whole names
 * @param aggregate kind of aggregate
 * @param ranges aggregates and sequences
 * @param key id of the aggregate
 * @param from time of the first, itself included
 * @param to time after the last, itself excluded
 */
public record ArchiveSelection(
        @Nullable String topic,
        List<String> types,
        @Nullable String aggregate,
        List<EventRange> ranges,
        @Nullable String key,
        @Nullable Instant from,
        @Nullable Instant to) {

    public ArchiveSelection {
        types = List.copyOf(types);
        ranges = List.copyOf(ranges);
    }
}
