package dev.keshi.training.sweep;

/** Something that becomes due. */
public interface Swept {

    /** What {@link #doPart} answers behind the last part. */
    String DONE = "";

    /** Unique; names the lease. */
    String name();

    /**
     * Does what is due behind a place. To do it again changes nothing.
     *
     * @param after empty text at the beginning
     * @return the place behind what was done, or {@link #DONE}
     */
    String doPart(String after);
}
