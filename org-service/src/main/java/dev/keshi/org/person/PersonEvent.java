package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import java.time.LocalDate;
import java.util.Optional;

/** What happened to a person. Told on the day it comes into force, never before. */
sealed interface PersonEvent {

    record Hired(PersonId id, EmployeeNumber employeeNumber, PersonDetails details, Assignment assignment, LocalDate on)
            implements PersonEvent {}

    record Transferred(PersonId id, Assignment assignment, LocalDate from) implements PersonEvent {}

    record ReportingLineChanged(PersonId id, Optional<PersonId> superior, LocalDate from) implements PersonEvent {}

    record DetailsChanged(PersonId id, PersonDetails details) implements PersonEvent {}

    record Separated(PersonId id, LocalDate on) implements PersonEvent {}
}
