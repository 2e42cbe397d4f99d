package dev.keshi.workflow.workitem;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryDepartment;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.workflow.approver.PersonId;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the standing of those who have to do with a work item, from this service's own copy of the organisation. */
class Standings {

    private final Directory directory;

    Standings(Directory directory) {
        this.directory = directory;
    }

    /** Whoever is not known is where the work item says, and here. */
    Standing of(WorkItem item) {
        var owner = directory.person(item.owner().person().value());
        var department =
                owner.isPresent() ? owner.get().departmentId() : item.owner().departmentId();
        boolean ownerLeft = owner.filter(person -> !person.employed()).isPresent();
        boolean assignerLeft = hasLeft(item.assigner());
        if (!ownerLeft && !assignerLeft) {
            return new Standing(department, Leavers.NOBODY);
        }
        return new Standing(
                department,
                new Leavers(
                        ownerLeft,
                        assignerLeft,
                        leaderAbove(department, item.owner().person())));
    }

    private boolean hasLeft(@Nullable PersonId person) {
        return person != null
                && directory
                        .person(person.value())
                        .filter(known -> !known.employed())
                        .isPresent();
    }

    /** The manager of the nearest department upwards who is here and somebody else; a tree with a circle in it ends too. */
    private Optional<PersonId> leaderAbove(@Nullable String departmentId, PersonId owner) {
        var seen = new HashSet<String>();
        var next = departmentId;
        while (next != null && seen.add(next)) {
            var department = directory.department(next);
            var leader = department
                    .filter(DirectoryDepartment::open)
                    .map(DirectoryDepartment::managerId)
                    .filter(manager -> !manager.equals(owner.value()))
                    .flatMap(directory::person)
                    .filter(DirectoryPerson::employed);
            if (leader.isPresent()) {
                return leader.map(person -> new PersonId(person.id()));
            }
            next = department.map(DirectoryDepartment::parentId).orElse(null);
        }
        return Optional.empty();
    }
}
