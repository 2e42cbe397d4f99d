package dev.keshi.risk.register;

/** What an estimate came from. */
public enum EstimateCause {
    REGISTRATION,
    REVIEW,
    MEASURE,
    VERIFICATION
}
