package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.department.DepartmentStaff;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Answers what departments must know of people. */
record PersonStaff(People people) implements DepartmentStaff {

    @Override
    public Set<PersonId> unknown(Set<PersonId> named) {
        if (named.isEmpty()) {
            return Set.of();
        }
        var unknown = new HashSet<>(named);
        unknown.removeAll(people.known(named));
        return unknown;
    }

    @Override
    public boolean anyoneWorksIn(DepartmentId department, LocalDate from) {
        return people.anyoneIn(department, from);
    }
}
