package dev.keshi.org.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a subject may do across the enterprise; the {@code roles} claim of access tokens. */
public enum Role {
    /** Uses the platform for their own work. */
    EMPLOYEE,
    /** Keeps people, positions and departments. */
    HR,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Administers accounts, clients and settings. */
    ADMIN,
    /** A program, not a person. */
    INTEGRATION;

    private static final Set<Role> OF_PEOPLE = Set.of(EMPLOYEE, HR, AUDITOR, ADMIN);

    boolean isForPeople() {
        return OF_PEOPLE.contains(this);
    }

    static Set<Role> ofPeople() {
        return OF_PEOPLE;
    }

    /** Names in alphabetical order, as they stand in events, tokens and answers. */
    public static List<String> names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    /** @throws IllegalArgumentException when a name is no role */
    public static Set<Role> named(Collection<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(valueOf(name)));
        return Set.copyOf(roles);
    }
}
