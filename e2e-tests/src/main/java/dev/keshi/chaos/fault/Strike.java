package dev.keshi.chaos.fault;

import java.time.Duration;

/**
 * One thing that is broken and mended again.
 *
 * @param what in a few words
 * @param hold how long it stays broken
 */
public record Strike(String what, Runnable hit, Duration hold, Runnable heal) {}
