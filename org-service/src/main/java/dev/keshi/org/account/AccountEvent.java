package dev.keshi.org.account;

import java.util.Set;

/** What happened to an account. Each event tells the rights that hold afterwards. */
sealed interface AccountEvent {

    Rights rights();

    /** @param roles none while the account is locked or closed */
    record Rights(AccountId account, String personId, Set<Role> roles, long permissionEpoch) {}

    record Invited(Rights rights) implements AccountEvent {}

    record Activated(Rights rights) implements AccountEvent {}

    record RolesChanged(Rights rights) implements AccountEvent {}

    record PasswordChanged(Rights rights) implements AccountEvent {}

    record Locked(Rights rights) implements AccountEvent {}

    record Unlocked(Rights rights) implements AccountEvent {}

    record Closed(Rights rights) implements AccountEvent {}
}
