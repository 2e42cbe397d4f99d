package dev.keshi.messaging.consumer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild in the store.
 *
 * @param active true until it has ended, then absent: only one at a time for a subscription
 * @param round how often the archive was asked
 * @param requests what it was asked in this round
 */
record RebuildDocument(
        String subscription,
        RebuildStatus status,
        @Nullable Boolean active,
        int round,
        List<String> requests,
        Instant startedAt,
        @Nullable Instant endedAt,
        Rebuild.@Nullable Result result,
        @Nullable String failure) {

    static RebuildDocument of(String subscription, Instant now) {
        return new RebuildDocument(subscription, RebuildStatus.WAITING, true, 0, List.of(), now, null, null, null);
    }

    RebuildDocument asked(List<String> requestIds) {
        return new RebuildDocument(
                subscription, RebuildStatus.REPLAYING, true, round + 1, requestIds, startedAt, null, null, null);
    }

    RebuildDocument completed(Rebuild.Result how, Instant now) {
        return new RebuildDocument(
                subscription, RebuildStatus.COMPLETED, null, round, requests, startedAt, now, how, null);
    }

    RebuildDocument failed(String why, Instant now) {
        return new RebuildDocument(
                subscription, RebuildStatus.FAILED, null, round, requests, startedAt, now, null, why);
    }
}
