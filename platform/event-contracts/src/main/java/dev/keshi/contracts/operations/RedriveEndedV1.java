package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What a redrive came to.
 *
 * @param applied how many events were applied
 * @param released whether nothing is parked for the key any more
 * @param outcome RELEASED; REFUSED when the next event still cannot be applied; UNFINISHED when more waits; NOT_PARKED,
 *     NOT_FIRST or BEING_REDRIVEN when nothing was done; FAILED when it was broken off; absent before it was told
 */
@EventContract(
        type = "keshi.operations.redrive-ended.v1",
        topic = Topics.OPERATIONS,
        aggregate = "redrive",
        key = "redriveId",
        en = "A redrive has ended: so many events were applied, and the key is free or still parked.",
        zh = "重新处理已结束：已处理若干事件，该键已放行或仍被搁置。")
public record RedriveEndedV1(
        String redriveId,
        int applied,
        boolean released,

        @KnownValues({"RELEASED", "REFUSED", "UNFINISHED", "NOT_PARKED", "NOT_FIRST", "BEING_REDRIVEN", "FAILED"})
        @Nullable
        String outcome)
        implements PublishedEvent {}
