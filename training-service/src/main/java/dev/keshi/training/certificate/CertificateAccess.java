package dev.keshi.training.certificate;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import java.util.Collection;
import java.util.Set;

/** Whose certificates somebody may see: the own, those of whom one leads; HR and auditors see all. Only HR revokes. */
public final class CertificateAccess {

    private static final Permission SEE = new Permission("training.certificates.see", Set.of("HR", "AUDITOR"), true);
    private static final Permission REVOKE = new Permission("training.certificates.revoke", Set.of("HR"), false);

    private final Access access;

    CertificateAccess(Access access) {
        this.access = access;
    }

    public Scope see(String personId, Collection<String> roles) {
        return access.scopeFor(personId, roles, SEE);
    }

    public Scope revoke(String personId, Collection<String> roles) {
        return access.scopeFor(personId, roles, REVOKE);
    }
}
