package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A position (岗位) exists.
 *
 * @param code short code in the enterprise, unique, never changes
 * @param titleEn absent when it has no English title
 * @param departmentId the department it belongs to; absent when people of every department may hold it
 * @param headcount approved number of holders (编制); absent when it is not limited
 * @param template the bundled role template it was made from
 */
@EventContract(
        type = "keshi.org.position-defined.v1",
        topic = Topics.ORG,
        aggregate = "position",
        key = "positionId",
        en = "A position exists that people can hold.",
        zh = "新岗位已设立。")
public record PositionDefinedV1(
        String positionId,
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable String departmentId,
        @Nullable Integer headcount,
        @Nullable String template)
        implements PublishedEvent {}
