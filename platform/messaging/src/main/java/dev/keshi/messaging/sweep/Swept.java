package dev.keshi.messaging.sweep;

/**
 * A bean of something that becomes due without anybody doing anything. What is due is decided by the aggregates themselves: a part that is
 * done again, also by two replicas at once, changes nothing.
 */
public interface Swept {

    /** What {@link #doPart} answers behind the last part. */
    String DONE = "";

    /** For the log. */
    String name();

    /**
     * Does what is due behind a place, a bounded part of it.
     *
     * @param after empty text at the beginning
     * @return the place behind what was done, or {@link #DONE}
     */
    String doPart(String after);
}
