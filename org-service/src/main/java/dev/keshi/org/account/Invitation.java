package dev.keshi.org.account;

import java.util.Set;

/**
 * An account to be made for a person, without a password: its owner sets one when accepting the invitation.
 *
 * @param loginName unique in the enterprise, lower case
 * @param roles names of roles from the token's {@code roles} claim, for example {@code EMPLOYEE}
 */
public record Invitation(String personId, String loginName, Set<String> roles) {

    public Invitation {
        roles = Set.copyOf(roles);
    }
}
