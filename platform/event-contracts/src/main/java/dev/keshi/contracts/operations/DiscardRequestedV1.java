package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * Somebody gives up a parked event, so that those behind it can go on; the actor says who.
 *
 * @param partition where the event lies in its topic
 * @param offset its place in the partition
 * @param reason what the operator gave as reason
 */
@EventContract(
        type = "keshi.operations.discard-requested.v1",
        topic = Topics.OPERATIONS,
        aggregate = "redrive",
        key = "redriveId",
        en = "An operator gave up a parked event, so that those behind it can go on.",
        zh = "运维人员放弃了一个被搁置的事件，以便其后的事件继续处理。")
public record DiscardRequestedV1(String redriveId, int partition, long offset, String reason)
        implements PublishedEvent {}
