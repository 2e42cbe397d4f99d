package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department or a functional group (职能小组) exists.
 *
 * @param code short code in the enterprise, unique, never changes
 * @param kind DEPARTMENT or FUNCTIONAL_GROUP
 * @param nameEn absent when it has no English name
 * @param parentId the department above; absent only for the one at the top
 * @param managerId person who answers for it; absent while the place is vacant
 * @param deputies deputy managers with the area each is in charge of
 * @param openedOn first day on which it exists, in the time zone of the enterprise
 * @param structureRevision number of the structure change of the enterprise that this was; rises with every one
 */
@EventContract(
        type = "keshi.org.department-opened.v1",
        topic = Topics.ORG,
        aggregate = "department",
        key = "departmentId",
        en = "A department or functional group exists from the stated day.",
        zh = "部门或职能小组自所述日期起成立。")
public record DepartmentOpenedV1(
        String departmentId,
        String code,
        @KnownValues({"DEPARTMENT", "FUNCTIONAL_GROUP"}) String kind,
        String name,
        @Nullable String nameEn,
        @Nullable String parentId,
        @Nullable String managerId,
        List<Deputy> deputies,
        LocalDate openedOn,
        long structureRevision)
        implements PublishedEvent {

    public DepartmentOpenedV1 {
        deputies = List.copyOf(deputies);
    }
}
