package dev.keshi.benchmarks.keshi;

/** The text that brings an event to about 400 bytes of JSON; the same for every contender. */
public final class Titles {

    public static final String LONG = "Position ".repeat(34);

    private Titles() {}
}
