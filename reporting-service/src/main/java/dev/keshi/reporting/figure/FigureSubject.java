package dev.keshi.reporting.figure;

import java.util.Set;

/** Whose figures are asked for; whoever asks may see all of it. */
sealed interface FigureSubject {

    record OfPerson(String personId) implements FigureSubject {}

    /** What happened in departments, whoever works there today. */
    record OfDepartments(Set<String> departmentIds) implements FigureSubject {
        public OfDepartments {
            departmentIds = Set.copyOf(departmentIds);
        }
    }
}
