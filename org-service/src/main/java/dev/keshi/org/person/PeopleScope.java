package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import java.util.Set;

/** Whom somebody may see. Queries take it as a parameter and put it into the filter itself. */
public sealed interface PeopleScope {

    /** Everybody, also those who have left and those who are still to come. */
    record Everybody() implements PeopleScope {}

    /** Oneself, and who works today in these departments; without departments oneself only. */
    record OneselfAnd(PersonId self, Set<DepartmentId> departments) implements PeopleScope {

        public OneselfAnd {
            departments = Set.copyOf(departments);
        }
    }
}
