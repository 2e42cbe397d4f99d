package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * What a rebuild came to.
 *
 * @param outcome COMPLETED or FAILED
 * @param documents how many the archive led to
 * @param mended how many were different, missing or too many before
 */
@EventContract(
        type = "keshi.operations.rebuild-ended.v1",
        topic = Topics.OPERATIONS,
        aggregate = "rebuild",
        key = "rebuildId",
        en = "A rebuild has ended: so many documents were compared, so many were wrong and are right now.",
        zh = "重建已结束：已比对若干文档，其中有误者已修正。")
public record RebuildEndedV1(
        String rebuildId,
        @KnownValues({"COMPLETED", "FAILED"}) String outcome,
        long documents,
        long mended) implements PublishedEvent {}
