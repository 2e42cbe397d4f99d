package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * What a redrive came to.
 *
 * @param applied how many events were applied
 * @param released whether nothing is parked for the key any more
 */
@EventContract(
        type = "keshi.operations.redrive-ended.v1",
        topic = Topics.OPERATIONS,
        aggregate = "redrive",
        key = "redriveId",
        en = "A redrive has ended: so many events were applied, and the key is free or still parked.",
        zh = "重新处理已结束：已处理若干事件，该键已放行或仍被搁置。")
public record RedriveEndedV1(String redriveId, int applied, boolean released) implements PublishedEvent {}
