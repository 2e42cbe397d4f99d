package dev.keshi.reporting.figure;

import java.util.List;
import java.util.Set;

/** Whose figures are asked for; whoever asks may see all of it. */
sealed interface FigureSubject {

    record OfPerson(String personId) implements FigureSubject {}

    /**
     * Departments and whoever works in them today.
     *
     * @param people whose tasks and requests count, because these belong to no department
     */
    record OfDepartments(Set<String> departmentIds, List<String> people) implements FigureSubject {
        public OfDepartments {
            departmentIds = Set.copyOf(departmentIds);
            people = List.copyOf(people);
        }
    }
}
