package dev.keshi.workflow.condition;

/** What came out of evaluating a condition. */
public sealed interface Verdict {

    record Met() implements Verdict {}

    record NotMet() implements Verdict {}

    /**
     * Neither true nor false: a value is missing or of another type. Evaluating again gives the same.
     *
     * @param why what the FEEL engine says, for the author of the process
     */
    record Undecided(String why) implements Verdict {}

    /** Not evaluated in time, or too many conditions wait. Evaluating later may work. */
    record Unavailable(String why) implements Verdict {}
}
