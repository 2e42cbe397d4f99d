package dev.keshi.events.client;

import java.time.Instant;

/**
 * A key whose events are laid aside.
 *
 * @param topic where they came from
 * @param key {@link #NO_KEY} for records that came without one
 * @param letters how many wait, repetitions included
 * @param since when the first of them was laid aside
 * @param reason why the one could not be handled at which it stands
 */
public record ParkedKey(String topic, String key, int letters, Instant since, String reason) {

    /** Under which records without a key are listed. They hold nobody back and can never be handled, only be given up. */
    public static final String NO_KEY = "(no key)";
}
