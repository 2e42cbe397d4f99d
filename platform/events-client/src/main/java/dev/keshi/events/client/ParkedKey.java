package dev.keshi.events.client;

import java.time.Instant;

/**
 * A key whose events are laid aside.
 *
 * @param topic where they came from
 * @param letters how many wait, repetitions included
 * @param since when the first of them was laid aside
 * @param reason why the one could not be handled at which it stands
 */
public record ParkedKey(String topic, String key, int letters, Instant since, String reason) {}
