package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import java.time.LocalDate;
import java.util.Optional;

/** What can be asked of people. Days are those of the enterprise's time zone. */
public sealed interface PersonCommand {

    /**
     * @param hiredOn first working day
     * @param assignedOn first day in that place; later than the first working day when the department is younger
     */
    record Hire(
            EmployeeNumber employeeNumber,
            PersonDetails details,
            Assignment assignment,
            LocalDate hiredOn,
            LocalDate assignedOn)
            implements PersonCommand {

        public Hire {
            if (assignedOn.isBefore(hiredOn)) {
                throw new IllegalArgumentException("Assigned on " + assignedOn + ", hired on " + hiredOn);
            }
        }
    }

    /** A command about a person who is known. */
    sealed interface OfExisting extends PersonCommand {
        PersonId id();
    }

    record Transfer(PersonId id, Assignment assignment, LocalDate from) implements OfExisting {}

    record ChangeReportingLine(PersonId id, Optional<PersonId> superior, LocalDate from) implements OfExisting {}

    record ChangeDetails(PersonId id, PersonDetails details) implements OfExisting {}

    /** @param on first day on which the person does not belong to the enterprise any more */
    record Separate(PersonId id, LocalDate on) implements OfExisting {}
}
