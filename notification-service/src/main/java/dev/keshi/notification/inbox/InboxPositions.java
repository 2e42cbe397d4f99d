package dev.keshi.notification.inbox;

/**
 * Gives every change of an inbox its place in one order, so that a stream that broke off can go on after the last
 * change that was seen. Whoever sees a place sees all places before it: none is filled in later.
 */
public interface InboxPositions {

    /** @return how many changes got a place; 0 when none waits for one */
    int place();

    /** The last place that was given out. */
    long last();
}
