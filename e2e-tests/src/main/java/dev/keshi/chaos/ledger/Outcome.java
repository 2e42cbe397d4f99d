package dev.keshi.chaos.ledger;

/** What a caller knows of a command afterwards. */
public enum Outcome {
    /** It was told that it is done. */
    OK,
    /** It was told that it is refused: nothing may have happened. */
    FAILED,
    /** No answer, or one that says nothing: it was carried out, once, or not at all. */
    UNKNOWN
}
