package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who leads a department, completely: what is not named here does not hold any more.
 *
 * @param managerId person who answers for it; absent while the place is vacant
 * @param deputies deputy managers with the area each is in charge of
 * @param effectiveOn first day on which it holds, in the time zone of the enterprise; an event is published when
 *     that day has come, never before
 */
@EventContract(
        type = "keshi.org.department-leadership-changed.v1",
        topic = Topics.ORG,
        aggregate = "department",
        key = "departmentId",
        en = "A department has another manager, other deputies, or other areas of responsibility.",
        zh = "部门负责人、副职或分管领域已变更。")
public record DepartmentLeadershipChangedV1(
        String departmentId, @Nullable String managerId, List<Deputy> deputies, LocalDate effectiveOn)
        implements PublishedEvent {

    public DepartmentLeadershipChangedV1 {
        deputies = List.copyOf(deputies);
    }
}
