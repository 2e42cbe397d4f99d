package dev.keshi.org.account;

import java.util.Optional;

/** Which accounts are wanted; what is absent does not restrict. */
public record AccountFilter(Optional<String> loginName, Optional<String> personId, Optional<Role> role) {}
