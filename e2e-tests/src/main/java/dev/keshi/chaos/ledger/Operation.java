package dev.keshi.chaos.ledger;

/**
 * A command as its caller saw it.
 *
 * @param number its place in the ledger
 * @param key id of the aggregate, empty when the caller never learned it
 * @param mark a text that only this command carries, by which its effect is found
 * @param answer what came back, in a few words
 */
public record Operation(long number, Kind kind, String key, String mark, Outcome outcome, String answer) {

    /** What was asked for. */
    public enum Kind {
        OPEN,
        RENAME,
        MOVE,
        STALE_RENAME,
        SUBMIT,
        APPROVE,
        REJECT,
        CLAIM,
        READ
    }

    @Override
    public String toString() {
        return "#%d %s %s %s: %s (%s)".formatted(number, kind, key, mark, outcome, answer);
    }
}
