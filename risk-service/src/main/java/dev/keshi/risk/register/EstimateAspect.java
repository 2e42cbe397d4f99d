package dev.keshi.risk.register;

/** Without anything done about it, as it is, as it is meant to be. */
public enum EstimateAspect {
    INHERENT,
    CURRENT,
    TARGET
}
