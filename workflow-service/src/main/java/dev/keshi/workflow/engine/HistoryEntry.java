package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an instance, once and for all. All entries of an instance, applied in order, give its state.
 *
 * @param sequence from 1 without a gap in one instance
 * @param by who did it; absent when the engine did it by itself
 */
public record HistoryEntry(
        long sequence, Instant at, @Nullable PersonId by, InstanceEvent event) {}
