package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * A position was taken out of use. It stays known, so that older records can name it.
 */
@EventContract(
        type = "keshi.org.position-retired.v1",
        topic = Topics.ORG,
        aggregate = "position",
        key = "positionId",
        en = "Nobody can be given this position any more.",
        zh = "岗位已停用，不再任用。")
public record PositionRetiredV1(String positionId) implements PublishedEvent {}
