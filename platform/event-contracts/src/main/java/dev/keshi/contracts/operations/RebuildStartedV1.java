package dev.keshi.contracts.operations;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * Somebody has a read model made anew from the archive; the actor says who, the source in which service.
 *
 * @param subscription which handler keeps the read model
 */
@EventContract(
        type = "keshi.operations.rebuild-started.v1",
        topic = Topics.OPERATIONS,
        aggregate = "rebuild",
        key = "rebuildId",
        en = "An operator has a read model made anew from the archive.",
        zh = "运维人员要求根据归档重建读模型。")
public record RebuildStartedV1(String rebuildId, String subscription) implements PublishedEvent {}
