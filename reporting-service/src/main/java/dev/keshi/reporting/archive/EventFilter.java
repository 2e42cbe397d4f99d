package dev.keshi.reporting.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is absent does not matter.
 *
 * @param type beginning of the type's name, or all of it
 * @param key id of the aggregate
 * @param aggregate kind of aggregate
 * @param from time of the first, itself included
 * @param to time after the last, itself excluded
 */
public record EventFilter(
        @Nullable String type,
        @Nullable String key,
        @Nullable String aggregate,
        @Nullable Instant from,
        @Nullable Instant to) {}
