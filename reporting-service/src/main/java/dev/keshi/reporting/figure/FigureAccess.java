package dev.keshi.reporting.figure;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import java.util.Collection;
import java.util.Set;

/** Whose figures somebody sees: the own ones, those of departments led and below, all as HR, AUDITOR or ADMIN. */
public final class FigureAccess {

    private static final Permission READ = new Permission("read figures", Set.of("HR", "AUDITOR", "ADMIN"), true);

    private final Access access;

    FigureAccess(Access access) {
        this.access = access;
    }

    public Scope scopeOf(String personId, Collection<String> roles) {
        return access.scopeFor(personId, roles, READ);
    }
}
