package dev.keshi.training.assignment;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import java.util.Collection;
import java.util.Set;

/** How far somebody reaches in assignments: HR and administrators everywhere, auditors to read, leaders for their people. */
public final class AssignmentAccess {

    private static final Permission SEE =
            new Permission("training.assignment.see", Set.of("HR", "AUDITOR", "ADMIN"), true);
    private static final Permission KEEP = new Permission("training.assignment.keep", Set.of("HR", "ADMIN"), true);

    private final Access access;

    AssignmentAccess(Access access) {
        this.access = access;
    }

    public AssignmentReader reader(String personId, Collection<String> roles) {
        return new AssignmentReader(
                personId, access.scopeFor(personId, roles, SEE), access.scopeFor(personId, roles, KEEP));
    }
}
