package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A department was closed. It stays known, so that older records can name it.
 *
 * @param mergedInto the department that took over its people and what stood below it; absent when it was simply
 *     closed
 * @param closedOn first day on which it does not exist any more
 * @param structureRevision number of the structure change of the enterprise that this was; rises with every one
 */
@EventContract(
        type = "keshi.org.department-closed.v1",
        topic = Topics.ORG,
        aggregate = "department",
        key = "departmentId",
        en = "A department was closed; nobody works in it and nothing stands below it.",
        zh = "部门已撤销，其下不再有人员和下级部门。")
public record DepartmentClosedV1(
        String departmentId, @Nullable String mergedInto, LocalDate closedOn, long structureRevision)
        implements PublishedEvent {}
