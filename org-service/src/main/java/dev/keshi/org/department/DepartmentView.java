package dev.keshi.org.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department as it stands on one day.
 *
 * @param asOf the day
 * @param parentId absent at the top of the tree
 * @param managerId absent while the place is vacant
 * @param closedOn first day on which it does not exist; absent while no end is planned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentView(
        String id,
        String code,
        String kind,
        LocalDate asOf,
        String name,
        @Nullable String nameEn,
        @Nullable String parentId,
        @Nullable String managerId,
        List<DeputyView> deputies,
        LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    /**
     * @param area 分管领域
     * @param inChargeOf ids of the departments below that the deputy is in charge of
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeputyView(
            String personId, String area, @Nullable String areaEn, List<String> inChargeOf) {

        static DeputyView of(Deputy deputy) {
            return new DeputyView(
                    deputy.person().value(),
                    deputy.area().chinese(),
                    deputy.area().english().orElse(null),
                    deputy.inChargeOf().stream().map(DepartmentId::value).toList());
        }
    }

    /** Before its first day a department is shown as it will open. */
    static Versioned<DepartmentView> of(Versioned<DepartmentDocument> department, LocalDate today) {
        var document = department.state();
        var day = today.isBefore(document.openedOn()) ? document.openedOn() : today;
        return new Versioned<>(department.id(), department.version(), of(document, day));
    }

    static DepartmentView of(DepartmentDocument document, LocalDate day) {
        var name = document.nameTimeline().on(day).orElseThrow();
        var leadership = document.leadershipTimeline().on(day).orElse(Leadership.VACANT);
        return new DepartmentView(
                document.id().value(),
                document.code(),
                document.kind(),
                day,
                name.chinese(),
                name.english().orElse(null),
                document.parentTimeline().on(day).map(DepartmentId::value).orElse(null),
                leadership.manager().map(PersonId::value).orElse(null),
                leadership.deputies().stream().map(DeputyView::of).toList(),
                document.openedOn(),
                document.closedOn());
    }
}
