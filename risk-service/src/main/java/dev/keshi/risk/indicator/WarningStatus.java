package dev.keshi.risk.indicator;

/** Whether the figure still warns, has recovered but was not verified, or all is done. */
public enum WarningStatus {
    STANDING,
    RECOVERED,
    CLOSED
}
