package dev.keshi.messaging.consumer;

import org.jspecify.annotations.Nullable;

/**
 * Why an event was not applied.
 *
 * @param missing what has to come before it; absent when nothing is known to be missing
 */
record Refusal(String reason, @Nullable Missing missing) {

    /** Sequences of one aggregate, both included. */
    record Missing(long from, long to) {}

    static Refusal because(String reason) {
        return new Refusal(reason, null);
    }

    /** @param stands sequence of the last event that was applied; 0 when none was */
    static Refusal gap(long stands, long sequence) {
        return new Refusal("gap: sequence " + sequence + " follows " + stands, new Missing(stands + 1, sequence - 1));
    }
}
