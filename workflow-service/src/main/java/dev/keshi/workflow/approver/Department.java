package dev.keshi.workflow.approver;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A department with those who lead it.
 *
 * @param parent the department above, absent at the top
 * @param manager who answers for it, absent while the place is vacant
 * @param deputies its deputy managers
 */
public record Department(
        DepartmentId id,
        @Nullable DepartmentId parent,
        @Nullable PersonId manager,
        List<Deputy> deputies) {

    public Department {
        deputies = List.copyOf(deputies);
    }

    /**
     * A deputy manager.
     *
     * @param inChargeOf 分管: the departments below, each with all that is below it, that this deputy is in charge of
     */
    public record Deputy(PersonId person, Set<DepartmentId> inChargeOf) {

        public Deputy {
            inChargeOf = Set.copyOf(inChargeOf);
        }
    }
}
