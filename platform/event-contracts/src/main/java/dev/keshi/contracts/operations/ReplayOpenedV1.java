package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has events replayed from the archive; the actor says who.
 *
 * @param topic where they go
 * @param types only these; all when empty
 * @param aggregate kind of the aggregate; absent when any will do
 * @param aggregateId id of the aggregate; absent when any will do
 * @param from time of the first event, itself included; absent when from the beginning
 * @param to time after the last event, itself excluded; absent when up to the end
 */
@EventContract(
        type = "keshi.operations.replay-opened.v1",
        topic = Topics.OPERATIONS,
        aggregate = "replay",
        key = "replayId",
        en = "Somebody has events of the archive replayed into a topic.",
        zh = "有人要求将归档中的事件重放到指定主题。")
public record ReplayOpenedV1(
        String replayId,
        String topic,
        List<String> types,
        @Nullable String aggregate,
        @Nullable String aggregateId,
        @Nullable Instant from,
        @Nullable Instant to)
        implements PublishedEvent {}
