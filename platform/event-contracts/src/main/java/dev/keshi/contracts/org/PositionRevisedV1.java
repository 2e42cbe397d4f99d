package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A position as it stands from now on, completely.
 *
 * @param titleEn absent when it has no English title
 * @param departmentId the department it belongs to; absent when people of every department may hold it
 * @param headcount approved number of holders (编制); absent when it is not limited
 */
@EventContract(
        type = "keshi.org.position-revised.v1",
        topic = Topics.ORG,
        aggregate = "position",
        key = "positionId",
        en = "A position has another title, department or headcount.",
        zh = "岗位名称、所属部门或编制已调整。")
public record PositionRevisedV1(
        String positionId,
        String title,
        @Nullable String titleEn,
        @Nullable String departmentId,
        @Nullable Integer headcount)
        implements PublishedEvent {}
