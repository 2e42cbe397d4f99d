package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person works elsewhere (转岗): department, position and superior, completely.
 *
 * @param positionId absent while the person holds no position
 * @param reportsTo person who is reported to; absent: whoever manages the department, or the one above for its own
 *     manager
 * @param effectiveOn first day on which it holds, in the time zone of the enterprise; an event is published when
 *     that day has come, never before
 */
@EventContract(
        type = "keshi.org.person-transferred.v1",
        topic = Topics.ORG,
        aggregate = "person",
        key = "personId",
        en = "A person works in another department or position.",
        zh = "人员已转岗。")
public record PersonTransferredV1(
        String personId,
        String departmentId,
        @Nullable String positionId,
        @Nullable String reportsTo,
        LocalDate effectiveOn)
        implements PublishedEvent {}
