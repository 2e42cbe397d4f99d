package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import dev.keshi.org.department.DepartmentId;
import dev.keshi.org.department.DepartmentQueries;
import dev.keshi.org.department.DepartmentStructure;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Derives scopes from the organisation as it is today. */
@Component
public class PeopleAccessQueries {

    private static final Set<String> SEE_EVERYBODY = Set.of("ADMIN", "HR", "AUDITOR", "INTEGRATION");

    private final People people;
    private final DepartmentQueries departments;
    private final DepartmentStructure structure;

    PeopleAccessQueries(People people, DepartmentQueries departments, DepartmentStructure structure) {
        this.people = people;
        this.departments = departments;
        this.structure = structure;
    }

    /**
     * Whom a person may find in the directory: who leads departments sees them with all below, everybody else the own
     * department; who belongs to none sees nobody but himself.
     */
    public PeopleScope directoryScope(PersonId person, Collection<String> roles) {
        if (!Collections.disjoint(roles, SEE_EVERYBODY)) {
            return new PeopleScope.Everybody();
        }
        var visible = new HashSet<DepartmentId>();
        var branches = structure.today();
        departments.ledBy(person, branches.day()).forEach(led -> visible.addAll(branches.withAllBelow(led)));
        people.find(person)
                .map(found -> found.state().departmentId())
                .map(DepartmentId::new)
                .ifPresent(visible::add);
        return new PeopleScope.OneselfAnd(person, visible);
    }
}
