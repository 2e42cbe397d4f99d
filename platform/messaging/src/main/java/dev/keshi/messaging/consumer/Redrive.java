package dev.keshi.messaging.consumer;

import org.jspecify.annotations.Nullable;

/**
 * What a redrive came to.
 *
 * @param applied how many events were applied
 * @param released whether the key is free again
 * @param refusal why the next event could not be applied; absent when none was refused
 */
public record Redrive(
        int applied, boolean released, @Nullable String refusal) {}
