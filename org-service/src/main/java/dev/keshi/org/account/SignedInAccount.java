package dev.keshi.org.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An account that may be signed in with now, and what it may do.
 *
 * @param signInEpoch a session that was started under another one has ended
 */
public record SignedInAccount(
        AccountId id, String personId, LoginName loginName, Set<Role> roles, long permissionEpoch, long signInEpoch) {

    static SignedInAccount of(Account account) {
        return new SignedInAccount(
                account.id(),
                account.personId(),
                account.loginName(),
                account.roles(),
                account.permissionEpoch(),
                account.signInEpoch());
    }

    static Optional<SignedInAccount> whenActive(Account account) {
        return account.password().map(active -> of(account));
    }

    public List<String> roleNames() {
        return Role.names(roles);
    }
}
