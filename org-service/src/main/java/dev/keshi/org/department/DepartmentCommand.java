package dev.keshi.org.department;

import dev.keshi.org.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked of departments. Every change holds from a day on, in the time zone of the enterprise. */
public sealed interface DepartmentCommand {

    /** A department without a parent is the top of the tree. */
    record Open(
            DepartmentCode code,
            DepartmentKind kind,
            DepartmentName name,
            Optional<DepartmentId> parent,
            Leadership leadership,
            LocalDate on)
            implements DepartmentCommand {}

    /** A command about a department that exists. */
    sealed interface OfExisting extends DepartmentCommand {
        DepartmentId id();
    }

    record Rename(DepartmentId id, DepartmentName name, LocalDate from) implements OfExisting {}

    /** Everything below comes along. */
    record Move(DepartmentId id, DepartmentId parent, LocalDate from) implements OfExisting {}

    /** Without a person the place is vacant. */
    record AppointManager(DepartmentId id, Optional<PersonId> person, LocalDate from) implements OfExisting {}

    /** All deputies from that day on: who is not named is no deputy any more. */
    record AppointDeputies(DepartmentId id, List<Deputy> deputies, LocalDate from) implements OfExisting {}

    /** @param on first day on which the department does not exist any more */
    record Close(DepartmentId id, LocalDate on) implements OfExisting {}
}
