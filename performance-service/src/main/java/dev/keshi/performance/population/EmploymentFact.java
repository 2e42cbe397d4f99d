package dev.keshi.performance.population;

import java.time.LocalDate;
import java.util.Optional;

/** Something that holds of a person from a day on. */
public sealed interface EmploymentFact {

    LocalDate from();

    /** The person works here; also what changes in that. */
    record Works(LocalDate from, String departmentId, Optional<String> positionId, Optional<String> reportsTo)
            implements EmploymentFact {}

    /** The same work as before, for another superior. */
    record ReportsTo(LocalDate from, Optional<String> superior) implements EmploymentFact {}

    /** The person belongs to the enterprise no more. */
    record Left(LocalDate from) implements EmploymentFact {}
}
