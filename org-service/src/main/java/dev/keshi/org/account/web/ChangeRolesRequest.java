package dev.keshi.org.account.web;

import dev.keshi.org.account.AccountCommand;
import dev.keshi.org.account.Role;
import jakarta.validation.constraints.NotEmpty;
import java.util.EnumSet;
import java.util.Set;

/** The roles that hold from now on. */
record ChangeRolesRequest(@NotEmpty Set<PersonRole> roles) {

    /** Roles of people; INTEGRATION belongs to programs. */
    enum PersonRole {
        EMPLOYEE,
        HR,
        AUDITOR,
        ADMIN
    }

    AccountCommand toCommand() {
        var named = EnumSet.noneOf(Role.class);
        roles.forEach(role -> named.add(Role.valueOf(role.name())));
        return new AccountCommand.ChangeRoles(named);
    }
}
