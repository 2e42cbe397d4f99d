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

    /** @param roleNames as the token has them; names that are no role count for nothing */
    public static Issuer of(String subject, Collection<String> roleNames) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (roleNames.contains(role.name())) {
                roles.add(role);
            }
        }
        return new Issuer(subject, roles);
    }

    public Issuer {
        roles = Set.copyOf(roles);
    }

    /** @throws AccountProblem.RolesNotHeld naming those that are lacking */
    public void requireAll(Collection<Role> wanted) {
        var lacking = EnumSet.noneOf(Role.class);
        lacking.addAll(wanted);
        lacking.removeAll(roles);
        if (!lacking.isEmpty()) {
            throw new AccountProblem.RolesNotHeld(Role.names(lacking));
        }
    }
}
