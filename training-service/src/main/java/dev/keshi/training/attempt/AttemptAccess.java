package dev.keshi.training.attempt;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import java.util.Collection;
import java.util.Set;

/** How far somebody reaches: what somebody answered is for that person and HR; leaders hear whether it was passed by other ways. */
public final class AttemptAccess {

    private static final Permission SEE = new Permission("training.attempts.see", Set.of("HR"), false);

    private final Access access;

    AttemptAccess(Access access) {
        this.access = access;
    }

    public Scope see(String personId, Collection<String> roles) {
        return access.scopeFor(personId, roles, SEE);
    }
}
