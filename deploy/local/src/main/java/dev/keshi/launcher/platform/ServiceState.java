package dev.keshi.launcher.platform;

/** What can be seen of a service from outside. */
public enum ServiceState {
    READY,
    /** It runs and does not serve: it is starting, stopping, or something it needs is away. */
    NOT_READY,
    STOPPED
}
