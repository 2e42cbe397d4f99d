package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service wants events from the archive: it misses some, is new, or makes a read model anew. Each source is replayed
 * after the one before it, and each key in order.
 *
 * @param topic where the service wants them
 * @param subscription which of its handlers shall get them
 * @param rebuildId the rebuild they are for; absent when they are for the read model that is in use
 * @param sources topics on which they were published
 * @param aggregate kind of the aggregate; absent when any will do
 * @param types only these; all when empty
 * @param ranges only these; all when empty
 */
@EventContract(
        type = "keshi.operations.replay-requested.v1",
        topic = Topics.OPERATIONS,
        aggregate = "replay-request",
        key = "requestId",
        en = "A service asks the archive for events that it misses.",
        zh = "某服务请求从归档中补发其缺少的事件。")
public record ReplayRequestedV1(
        String requestId,
        String topic,
        String subscription,
        @Nullable String rebuildId,
        List<String> sources,
        @Nullable String aggregate,
        List<String> types,
        List<EventRange> ranges)
        implements PublishedEvent {}
