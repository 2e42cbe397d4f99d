package dev.keshi.workflow.workplan;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryDepartment;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.Owner;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who gets work from the plans of a department: those of it and of the departments below that are open, as of today. */
final class PlanStaff {

    private final Directory directory;
    private final Access access;

    PlanStaff(Directory directory, Access access) {
        this.directory = directory;
        this.access = access;
    }

    /** What stands of somebody whom an entry names: who it is, or why there is no work. */
    sealed interface Standing {
        record Here(DirectoryPerson person) implements Standing {}

        /** @param why {@link LeftOut.Why#OWNER_LEFT} or {@link LeftOut.Why#OWNER_ELSEWHERE} */
        record Gone(LeftOut.Why why) implements Standing {}
    }

    boolean isOpen(String departmentId) {
        return directory
                .department(departmentId)
                .filter(DirectoryDepartment::open)
                .isPresent();
    }

    Set<String> departments(String departmentId) {
        return access.departmentsWithin(departmentId);
    }

    /** @param departments of the plan; whoever is not known is not there */
    Standing standing(PersonId owner, Set<String> departments) {
        var person = directory.person(owner.value()).filter(known -> departments.contains(known.departmentId()));
        if (person.isEmpty()) {
            return new Standing.Gone(LeftOut.Why.OWNER_ELSEWHERE);
        }
        return person.get().employed() ? new Standing.Here(person.get()) : new Standing.Gone(LeftOut.Why.OWNER_LEFT);
    }

    /**
     * Those who hold a position there, by their ids.
     *
     * @param after only those behind this id; empty text for all
     */
    List<DirectoryPerson> everybody(Set<String> departments, String after, int most) {
        return directory.inPositions(departments, after, most);
    }

    /** Whether somebody has held a position there since that day or longer. */
    boolean anybodySince(Set<String> departments, LocalDate day) {
        return directory.anyInPosition(departments, day);
    }

    Map<String, String> names(Set<String> people) {
        return directory.names(people);
    }

    /** Of an entry's owner, for those who read the plan. */
    Optional<LeftOut.Why> gone(PersonId owner, Set<String> departments) {
        return switch (standing(owner, departments)) {
            case Standing.Here _ -> Optional.empty();
            case Standing.Gone(var why) -> Optional.of(why);
        };
    }

    static Owner owner(DirectoryPerson person) {
        return new Owner(new PersonId(person.id()), person.departmentId());
    }
}
