package dev.keshi.org.account;

import java.util.Set;

/** What an administrator may do to an account. */
public sealed interface AccountCommand {

    /** The roles that hold from now on. */
    record ChangeRoles(Set<Role> roles) implements AccountCommand {}

    record Lock() implements AccountCommand {}

    record Unlock() implements AccountCommand {}

    record Close() implements AccountCommand {}
}
