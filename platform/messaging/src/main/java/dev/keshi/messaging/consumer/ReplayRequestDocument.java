package dev.keshi.messaging.consumer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the archive.
 *
 * @param ranges how many aggregates were named; 0 when all were meant
 * @param expiresAt when nobody needs to know any more
 */
record ReplayRequestDocument(String subscription, @Nullable String rebuildId, int ranges, Instant expiresAt) {}
