package dev.keshi.chaos.ledger;

/** A promise that was not kept, with one example. */
public record Broken(Invariant invariant, String example) {

    @Override
    public String toString() {
        return invariant + ": " + example;
    }
}
