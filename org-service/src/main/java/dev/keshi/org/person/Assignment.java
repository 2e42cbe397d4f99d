package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.position.PositionId;
import java.util.Optional;

/**
 * Where somebody works.
 *
 * @param reportsTo absent: whoever manages the department, or the department above for the manager himself
 */
public record Assignment(DepartmentId department, Optional<PositionId> position, Optional<PersonId> reportsTo) {

    boolean isSamePlaceAs(Assignment other) {
        return department.equals(other.department) && position.equals(other.position);
    }

    Assignment reportingTo(Optional<PersonId> superior) {
        return new Assignment(department, position, superior);
    }
}
