package dev.keshi.service.time;

import java.time.Clock;

/**
 * The time outside the enterprise, for what has to agree with programs elsewhere and with the server's own clock: tokens, sessions, signing
 * keys, links, and what the store removes by itself after a while. It is the enterprise's clock wherever that was not moved.
 */
public record RealTime(Clock clock) {}
