package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * Somebody lets events go on that were parked; the actor says who. The source says in which service.
 *
 * @param subscription which handler did not get them; {@code *} when nobody there could read them
 * @param topic where they were published
 * @param parkedKey id of the aggregate that they belong to
 */
@EventContract(
        type = "keshi.operations.redrive-requested.v1",
        topic = Topics.OPERATIONS,
        aggregate = "redrive",
        key = "redriveId",
        en = "An operator had events applied that a service had parked.",
        zh = "运维人员要求重新处理被搁置的事件。")
public record RedriveRequestedV1(String redriveId, String subscription, String topic, String parkedKey)
        implements PublishedEvent {}
