package dev.keshi.org.account;

import java.util.Optional;

/** Where an account stands. */
sealed interface AccountStatus {

    /** No password yet. */
    record Invited(Optional<AccountLink> link) implements AccountStatus {}

    /** May sign in. The link, when there is one, resets a forgotten password. */
    record Active(PasswordHash password, Optional<AccountLink> link) implements AccountStatus {}

    /** Taken out of use by an administrator. The password, if one was set, waits for the unlocking. */
    record Locked(Optional<PasswordHash> password) implements AccountStatus {}

    /** For good. */
    record Closed() implements AccountStatus {}
}
