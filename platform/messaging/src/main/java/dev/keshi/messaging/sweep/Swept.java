package dev.keshi.messaging.sweep;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A bean of something that time makes due, without anybody doing anything. What an event leaves to be done is followed instead ({@link
 * dev.keshi.messaging.consumer.EffectFollower}), unless one replica at a time is to do it. What is due is decided by the aggregates themselves: a part that is
 * done again, also by two replicas at once, changes nothing.
 */
public interface Swept {

    /** What {@link #doPart} answers behind the last part. */
    String DONE = "";

    /** For the log. */
    String name();

    /** How long after one look the next begins at the earliest, for what may wait; zero for as often as the service looks. */
    default Duration every() {
        return Duration.ZERO;
    }

    /**
     * Does what is due behind a place, a bounded part of it.
     *
     * @param after empty text at the beginning
     * @return the place behind what was done, or {@link #DONE}
     */
    String doPart(String after);

    /**
     * Does something with each of a part. One with which it cannot be done now holds up no other: that is logged, and the next look sees it
     * again, if it still is due.
     *
     * @param id what is logged of one
     */
    default <T> void each(Collection<T> due, Function<? super T, String> id, Consumer<? super T> act) {
        OneByOne.forEach(name(), due, id, act);
    }
}
