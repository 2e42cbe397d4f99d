package dev.keshi.risk.register;

/** Why a risk has to be looked at again. */
public enum AssessmentCause {
    WARNING,
    ACCEPTANCE_EXPIRED
}
