package dev.keshi.reporting.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay and how far it is.
 *
 * @param owner person or client who asked for it, {@code system:replays} when a service did
 * @param sent events that have arrived in the topic; after an interruption some are there twice
 * @param total events that there were when it began; absent when that could not be told quickly and of what a
 *     service asked for
 * @param failure why it was given up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayView(
        String id,
        String owner,
        String topic,
        List<String> types,
        @Nullable String aggregate,
        @Nullable String key,
        @Nullable Instant from,
        @Nullable Instant to,
        ReplayStatus status,
        long sent,
        @Nullable Long total,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {}
