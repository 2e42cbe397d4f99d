package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to.
 *
 * @param requestId what a service asked for; absent when a caller of the API asked
 * @param outcome COMPLETED, CANCELLED or FAILED
 * @param sent how many events were sent
 */
@EventContract(
        type = "keshi.operations.replay-ended.v1",
        topic = Topics.OPERATIONS,
        aggregate = "replay",
        key = "replayId",
        en = "A replay has ended: completed, cancelled or failed.",
        zh = "重放已结束：完成、取消或失败。")
public record ReplayEndedV1(
        String replayId,
        @Nullable String requestId,
        @KnownValues({"COMPLETED", "CANCELLED", "FAILED"}) String outcome,
        long sent)
        implements PublishedEvent {}
