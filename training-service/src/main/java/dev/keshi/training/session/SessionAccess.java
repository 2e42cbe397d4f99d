package dev.keshi.training.session;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import java.util.Collection;
import java.util.Set;

/** How far somebody reaches in sessions: HR and administrators everywhere, auditors to read, leaders for their people. */
public final class SessionAccess {

    private static final Permission SEE =
            new Permission("training.enrolment.see", Set.of("HR", "AUDITOR", "ADMIN"), true);
    private static final Permission KEEP = new Permission("training.enrolment.keep", Set.of("HR", "ADMIN"), true);

    private final Access access;

    SessionAccess(Access access) {
        this.access = access;
    }

    public SessionReader reader(String personId, Collection<String> roles) {
        return new SessionReader(
                personId, access.scopeFor(personId, roles, SEE), access.scopeFor(personId, roles, KEEP));
    }
}
