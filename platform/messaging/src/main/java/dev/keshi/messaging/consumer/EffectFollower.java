package dev.keshi.messaging.consumer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A bean of work that events leave behind: their effects write what is to be done to a collection, and this does it. It is followed at once by
 * the replica that took the events in; every replica also looks now and then ({@link ConsumerSettings#followEvery}), for what one that died has left, and for what is to be tried
 * again. So it must do no harm when two do it at the same time.
 *
 * @param name for the log
 * @param collection where the effects are written
 * @param pause how long after one look the next begins at the earliest: what comes in between is done together
 * @param look does what is there; false when something is left that shall wait for no longer than the pause
 */
public record EffectFollower(String name, String collection, Duration pause, BooleanSupplier look) {

    /** Several causes within moments are looked at together, and whoever waits hardly notices. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    public EffectFollower(String name, String collection, BooleanSupplier look) {
        this(name, collection, PAUSE, look);
    }
}
