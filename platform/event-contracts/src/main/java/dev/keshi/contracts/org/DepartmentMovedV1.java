package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * A department stands under another one; everything below it came along.
 *
 * @param parentId the department above from now on
 * @param effectiveOn first day on which it holds, in the time zone of the enterprise; an event is published when
 *     that day has come, never before
 * @param structureRevision number of the structure change of the enterprise that this was; rises with every one
 */
@EventContract(
        type = "keshi.org.department-moved.v1",
        topic = Topics.ORG,
        aggregate = "department",
        key = "departmentId",
        en = "A department, with everything below it, stands under another one.",
        zh = "部门连同其下级已划归另一部门。")
public record DepartmentMovedV1(String departmentId, String parentId, LocalDate effectiveOn, long structureRevision)
        implements PublishedEvent {}
