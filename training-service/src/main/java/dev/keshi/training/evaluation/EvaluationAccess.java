package dev.keshi.training.evaluation;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import java.util.Collection;
import java.util.Set;

/** Whose figures somebody may see: those of whom one leads; HR, auditors and administrators of all. */
public final class EvaluationAccess {

    private static final Permission SEE =
            new Permission("training.evaluation.see", Set.of("HR", "AUDITOR", "ADMIN"), true);

    private final Access access;

    EvaluationAccess(Access access) {
        this.access = access;
    }

    public Scope see(String personId, Collection<String> roles) {
        return access.scopeFor(personId, roles, SEE);
    }
}
