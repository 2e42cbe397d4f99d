package dev.keshi.risk.register;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import java.util.Collection;
import java.util.Set;

/**
 * How far somebody reaches in the register: auditors and administrators read all and change nothing by that. What measures cost is for those who
 * decide about the risk and for auditors, as in the archive; to administer the platform is no reason to know it.
 */
public final class RiskAccess {

    private static final Permission SEE = new Permission("risk.register.see", Set.of("AUDITOR", "ADMIN"), true);
    private static final Permission KEEP = new Permission("risk.register.keep", Set.of(), true);
    private static final Permission SPEND = new Permission("risk.register.costs", Set.of("AUDITOR"), true);

    private final Access access;

    RiskAccess(Access access) {
        this.access = access;
    }

    public RiskReader reader(String personId, Collection<String> roles) {
        return new RiskReader(
                personId,
                access.scopeFor(personId, roles, SEE),
                access.scopeFor(personId, roles, KEEP),
                access.scopeFor(personId, roles, SPEND));
    }
}
