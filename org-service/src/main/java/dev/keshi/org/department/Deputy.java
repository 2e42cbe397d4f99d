package dev.keshi.org.department;

import dev.keshi.org.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A deputy manager (副经理).
 *
 * @param area 分管领域, the field of work the deputy is in charge of
 * @param inChargeOf departments below the deputy's own that the deputy is in charge of, each with all below it
 */
public record Deputy(PersonId person, Area area, List<DepartmentId> inChargeOf) {

    public Deputy {
        if (Set.copyOf(inChargeOf).size() != inChargeOf.size()) {
            throw new IllegalArgumentException("A department twice in " + inChargeOf);
        }
        inChargeOf = List.copyOf(inChargeOf);
    }

    /** Name of a field of work: 1 to 100 characters. */
    public record Area(String chinese, Optional<String> english) {

        public Area {
            if (!DepartmentName.isValid(chinese)
                    || !english.map(DepartmentName::isValid).orElse(true)) {
                throw new IllegalArgumentException("area of responsibility: " + chinese + ", " + english);
            }
        }
    }
}
