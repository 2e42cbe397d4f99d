package dev.keshi.org.department;

import dev.keshi.org.PersonId;
import java.time.LocalDate;
import java.util.Set;

/** What departments must know of people; answered by the feature that keeps people. */
public interface DepartmentStaff {

    /** Those among the people who are not known at all. */
    Set<PersonId> unknown(Set<PersonId> people);

    /** Whether anybody works in a department on a day or later. */
    boolean anyoneWorksIn(DepartmentId department, LocalDate from);
}
