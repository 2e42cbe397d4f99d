package dev.keshi.org.account;

import dev.keshi.org.account.AccountStatus.Active;
import dev.keshi.org.account.AccountStatus.Closed;
import dev.keshi.org.account.AccountStatus.Invited;
import dev.keshi.org.account.AccountStatus.Locked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone's right to sign in. Immutable: each transition answers the account as it is afterwards, with what happened.
 *
 * @param permissionEpoch access tokens with a smaller epoch no longer hold; rises with every change of rights
 * @param signInEpoch sessions with another one have ended; rises when the password changes and when the account is
 *     locked or closed
 * @param news what happened since the account was read
 */
record Account(
        AccountId id,
        String personId,
        LoginName loginName,
        Set<Role> roles,
        long permissionEpoch,
        long signInEpoch,
        AccountStatus status,
        List<AccountEvent> news) {

    Account {
        roles = Set.copyOf(roles);
        news = List.copyOf(news);
        if (roles.isEmpty() || !roles.stream().allMatch(Role::isForPeople)) {
            throw new IllegalArgumentException("roles of a person: " + roles);
        }
    }

    static Account invite(String personId, LoginName loginName, Set<Role> roles) {
        var account = new Account(
                AccountId.of(personId), personId, loginName, roles, 1, 1, new Invited(Optional.empty()), List.of());
        return account.telling(new AccountEvent.Invited(account.rights()));
    }

    /** The first administrator has no one who could invite: the account is active from the start. */
    static Account firstAdministrator(String personId, LoginName loginName, PasswordHash password) {
        var invited = invite(personId, loginName, Role.ofPeople());
        return invited.activated(password);
    }

    /** An invitation or, for an active account, a new start after a forgotten password. Older links stop working. */
    Account handOut(AccountLink link) {
        return switch (status) {
            case Invited invited -> with(new Invited(Optional.of(link)));
            case Active active -> with(new Active(active.password(), Optional.of(link)));
            case Locked locked -> throw new AccountProblem.Locked();
            case Closed closed -> throw new AccountProblem.Closed();
        };
    }

    /** The owner sets a password through a link, which is used up by that. */
    Account accept(LinkToken token, PasswordHash password, Instant now) {
        if (linkOpenedBy(token, now).isEmpty()) {
            throw new AccountProblem.LinkNotValid();
        }
        return switch (status) {
            case Invited invited -> activated(password);
            case Active active -> passwordChanged(password);
            case Locked locked -> throw new AccountProblem.LinkNotValid();
            case Closed closed -> throw new AccountProblem.LinkNotValid();
        };
    }

    /** The link that a token opens now, if it does. */
    Optional<AccountLink> linkOpenedBy(LinkToken token, Instant now) {
        var link = switch (status) {
            case Invited invited -> invited.link();
            case Active active -> active.link();
            case Locked locked -> Optional.<AccountLink>empty();
            case Closed closed -> Optional.<AccountLink>empty();
        };
        return link.filter(handedOut -> handedOut.opens(token, now));
    }

    /** The caller has shown that they know the current password. */
    Account changePassword(PasswordHash password) {
        requireActive();
        return passwordChanged(password);
    }

    Account changeRoles(Set<Role> newRoles) {
        requireOpen();
        if (newRoles.equals(roles)) {
            return this;
        }
        var changed = new Account(id, personId, loginName, newRoles, permissionEpoch + 1, signInEpoch, status, news);
        return changed.telling(new AccountEvent.RolesChanged(changed.rights()));
    }

    Account lock() {
        requireOpen();
        return switch (status) {
            case Invited invited -> locked(Optional.empty());
            case Active active -> locked(Optional.of(active.password()));
            case Locked locked -> throw new AccountProblem.Locked();
            case Closed closed -> throw new AccountProblem.Closed();
        };
    }

    /** The person has left: what could still be used is locked, anything else is as good as that already. */
    Account leave() {
        return switch (status) {
            case Invited invited -> lock();
            case Active active -> lock();
            case Locked locked -> this;
            case Closed closed -> this;
        };
    }

    Account unlock() {
        requireOpen();
        if (!(status instanceof Locked(var password))) {
            throw new AccountProblem.NotLocked();
        }
        var unlocked = new Account(
                id,
                personId,
                loginName,
                roles,
                permissionEpoch + 1,
                signInEpoch,
                password.<AccountStatus>map(kept -> new Active(kept, Optional.empty()))
                        .orElseGet(() -> new Invited(Optional.empty())),
                news);
        return unlocked.telling(new AccountEvent.Unlocked(unlocked.rights()));
    }

    Account close() {
        requireOpen();
        var closed = ended(new Closed());
        return closed.telling(new AccountEvent.Closed(closed.rights()));
    }

    /** Present while one may sign in. */
    Optional<PasswordHash> password() {
        return status instanceof Active active ? Optional.of(active.password()) : Optional.empty();
    }

    private Account activated(PasswordHash password) {
        var active = new Account(
                id,
                personId,
                loginName,
                roles,
                permissionEpoch + 1,
                signInEpoch,
                new Active(password, Optional.empty()),
                news);
        return active.telling(new AccountEvent.Activated(active.rights()));
    }

    private Account passwordChanged(PasswordHash password) {
        var changed = ended(new Active(password, Optional.empty()));
        return changed.telling(new AccountEvent.PasswordChanged(changed.rights()));
    }

    private Account locked(Optional<PasswordHash> password) {
        var locked = ended(new Locked(password));
        return locked.telling(new AccountEvent.Locked(locked.rights()));
    }

    /** Tokens and sessions from before no longer hold. */
    private Account ended(AccountStatus next) {
        return new Account(id, personId, loginName, roles, permissionEpoch + 1, signInEpoch + 1, next, news);
    }

    private Account with(AccountStatus next) {
        return new Account(id, personId, loginName, roles, permissionEpoch, signInEpoch, next, news);
    }

    private Account telling(AccountEvent event) {
        var all = new java.util.ArrayList<>(news);
        all.add(event);
        return new Account(id, personId, loginName, roles, permissionEpoch, signInEpoch, status, all);
    }

    private AccountEvent.Rights rights() {
        var held = switch (status) {
            case Invited invited -> roles;
            case Active active -> roles;
            case Locked locked -> Set.<Role>of();
            case Closed closed -> Set.<Role>of();
        };
        return new AccountEvent.Rights(id, personId, held, permissionEpoch);
    }

    private void requireOpen() {
        if (status instanceof Closed) {
            throw new AccountProblem.Closed();
        }
    }

    private void requireActive() {
        requireOpen();
        if (!(status instanceof Active)) {
            throw new AccountProblem.NotActive();
        }
    }
}
