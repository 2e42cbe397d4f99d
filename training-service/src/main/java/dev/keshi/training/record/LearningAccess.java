package dev.keshi.training.record;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import java.util.Collection;
import java.util.Set;

/** Whose learning records somebody may see: the own, those of whom one leads; HR, auditors and administrators see all. */
public final class LearningAccess {

    private static final Permission SEE = new Permission("training.record.see", Set.of("HR", "AUDITOR", "ADMIN"), true);

    private final Access access;

    LearningAccess(Access access) {
        this.access = access;
    }

    public Scope scope(String personId, Collection<String> roles) {
        return access.scopeFor(personId, roles, SEE);
    }
}
