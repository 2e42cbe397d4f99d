package dev.keshi.risk.monitoring;

/** On which side of the threshold it gets bad. */
public enum Direction {
    ABOVE,
    BELOW
}
