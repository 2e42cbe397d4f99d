package dev.keshi.events.client;

import java.time.Duration;

/**
 * How often a handler is tried before its event is parked. Other keys of the same partition wait meanwhile.
 *
 * @param attempts at least 1, the first included
 * @param first pause after the first attempt; each further one is twice as long
 * @param longest upper limit of a pause
 */
public record Retries(int attempts, Duration first, Duration longest) {

    public static final Retries DEFAULT = new Retries(5, Duration.ofMillis(100), Duration.ofSeconds(2));

    public Retries {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: " + attempts);
        }
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses: " + first + " to " + longest);
        }
    }

    /** @param failed how many attempts have failed, from 1 */
    public Duration pauseAfter(int failed) {
        Duration pause = first.multipliedBy(1L << Math.min(failed - 1, 16));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
