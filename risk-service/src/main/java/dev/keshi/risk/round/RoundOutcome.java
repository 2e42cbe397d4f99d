package dev.keshi.risk.round;

/** What a department answers. */
public enum RoundOutcome {
    NOTHING_NEW,
    RISKS_FOUND
}
