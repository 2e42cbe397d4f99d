package dev.keshi.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** Resolves data scopes from the service's own copy of the organisation. */
public final class Access {

    private final DepartmentTree tree;

    Access(DepartmentTree tree) {
        this.tree = tree;
    }

    /**
     * @param personId subject of the access token
     * @param roles roles of the access token
     */
    public Scope scopeFor(String personId, Collection<String> roles, Permission permission) {
        if (!Collections.disjoint(roles, permission.everywhere())) {
            return new Scope.All();
        }
        if (permission.leaders()) {
            var led = tree.ledBy(personId);
            if (!led.isEmpty()) {
                return new Scope.Departments(personId, led);
            }
        }
        return new Scope.Self(personId);
    }

    /** Departments the person manages or is in charge of as a deputy, without those below them. */
    public Set<String> ledDirectly(String personId) {
        return tree.ledDirectlyBy(personId);
    }

    /** Who leads a department directly: those of whom {@link #ledDirectly} names it. */
    public Set<String> leadersOf(String departmentId) {
        return tree.leadersOf(departmentId);
    }

    /** A department with everything below it, as far as it is open today. */
    public Set<String> departmentsWithin(String departmentId) {
        return tree.openWithin(departmentId);
    }

    /** A department with everything that is or was below it when it was closed. */
    public Set<String> departmentsEverWithin(String departmentId) {
        return tree.within(departmentId);
    }
}
