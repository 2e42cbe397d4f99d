package dev.keshi.events.client;

import org.jspecify.annotations.Nullable;

/**
 * What came of a redrive.
 *
 * @param handled letters that were handled, or had been before
 * @param released whether nothing of the key waits any more
 * @param stoppedBy why the next letter cannot be handled either; absent when it was not tried
 */
public record RedriveResult(
        String topic,
        String key,
        int handled,
        boolean released,
        @Nullable String stoppedBy) {}
