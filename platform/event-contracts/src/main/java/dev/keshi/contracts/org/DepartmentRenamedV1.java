package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A department has another name.
 *
 * @param nameEn absent when it has no English name
 * @param effectiveOn first day on which it holds, in the time zone of the enterprise; an event is published when
 *     that day has come, never before
 */
@EventContract(
        type = "keshi.org.department-renamed.v1",
        topic = Topics.ORG,
        aggregate = "department",
        key = "departmentId",
        en = "A department has another name.",
        zh = "部门已更名。")
public record DepartmentRenamedV1(
        String departmentId, String name, @Nullable String nameEn, LocalDate effectiveOn) implements PublishedEvent {}
