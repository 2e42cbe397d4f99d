package dev.keshi.risk.register;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import java.util.Collection;
import java.util.Set;

/** How far somebody reaches in the register: auditors and administrators read all and change nothing by that. */
public final class RiskAccess {

    private static final Permission SEE = new Permission("risk.register.see", Set.of("AUDITOR", "ADMIN"), true);
    private static final Permission KEEP = new Permission("risk.register.keep", Set.of(), true);

    private final Access access;

    RiskAccess(Access access) {
        this.access = access;
    }

    public RiskReader reader(String personId, Collection<String> roles) {
        return new RiskReader(personId, access.scopeFor(personId, roles, SEE), access.scopeFor(personId, roles, KEEP));
    }
}
