package dev.keshi.reporting.replay;

import dev.keshi.contracts.operations.EventRange;
import dev.keshi.contracts.operations.ReplayRequestedV1;
import dev.keshi.messaging.consumer.ReplayedRecord;
import dev.keshi.reporting.archive.ArchiveSelection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay in the store. How far it is stands beside the state, because that is no change that anybody decides.
 *
 * @param owner who asked for it
 * @param topic where the events go
 * @param requestId what a service asked for, with {@code subscription} and {@code rebuildId}; absent for callers of the API
 * @param sources topics that are replayed one after the other; all at once when empty
 * @param active true until it has ended, then absent
 * @param slot which of its owner's replays at a time it is, until it has ended; absent when a service asked for it
 * @param sent how many events, once it has ended
 */
record ReplayDocument(
        String owner,
        String topic,
        @Nullable String requestId,
        @Nullable String subscription,
        @Nullable String rebuildId,
        List<String> sources,
        List<String> types,
        @Nullable String aggregate,
        List<EventRange> ranges,
        @Nullable String key,
        @Nullable Instant from,
        @Nullable Instant to,
        ReplayStatus status,
        @Nullable Boolean active,
        @Nullable Integer slot,
        Instant requestedAt,
        @Nullable Instant endedAt,
        long sent,
        @Nullable String failure) {

    static ReplayDocument of(String owner, ReplayOrder order, Instant now) {
        return new ReplayDocument(
                owner,
                order.topic(),
                null,
                null,
                null,
                List.of(),
                order.types(),
                order.aggregate(),
                List.of(),
                order.key(),
                order.from(),
                order.to(),
                ReplayStatus.WAITING,
                true,
                null,
                now,
                null,
                0,
                null);
    }

    static ReplayDocument of(String owner, ReplayRequestedV1 request, Instant now) {
        return new ReplayDocument(
                owner,
                request.topic(),
                request.requestId(),
                request.subscription(),
                request.rebuildId(),
                request.sources(),
                request.types(),
                request.aggregate(),
                request.ranges(),
                null,
                null,
                null,
                ReplayStatus.WAITING,
                true,
                null,
                now,
                null,
                0,
                null);
    }

    ReplayDocument ended(ReplayStatus how, long events, @Nullable String why, Instant now) {
        return new ReplayDocument(
                owner,
                topic,
                requestId,
                subscription,
                rebuildId,
                sources,
                types,
                aggregate,
                ranges,
                key,
                from,
                to,
                how,
                null,
                null,
                requestedAt,
                now,
                events,
                why);
    }

    ReplayDocument inSlot(int number) {
        return new ReplayDocument(
                owner,
                topic,
                requestId,
                subscription,
                rebuildId,
                sources,
                types,
                aggregate,
                ranges,
                key,
                from,
                to,
                status,
                active,
                number,
                requestedAt,
                endedAt,
                sent,
                failure);
    }

    boolean isActive() {
        return active != null;
    }

    ReplayedRecord.@Nullable Purpose purpose() {
        return requestId == null || subscription == null
                ? null
                : new ReplayedRecord.Purpose(requestId, subscription, rebuildId);
    }

    /** One after the other. */
    List<ArchiveSelection> selections() {
        return sources.isEmpty()
                ? List.of(selection(null))
                : sources.stream().map(this::selection).toList();
    }

    private ArchiveSelection selection(@Nullable String source) {
        return new ArchiveSelection(source, types, aggregate, ranges, key, from, to);
    }
}
