package dev.keshi.org.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who administers an account, with the roles they hold.
 *
 * @param subject person id or client id
 */
public record Issuer(String subject, Set<Role> roles) {

    public Issuer {
        roles = Set.copyOf(roles);
    }

    void requireAll(Collection<Role> wanted) {
        var lacking = EnumSet.noneOf(Role.class);
        lacking.addAll(wanted);
        lacking.removeAll(roles);
        if (!lacking.isEmpty()) {
            throw new AccountProblem.RolesNotHeld(Role.names(lacking));
        }
    }
}
