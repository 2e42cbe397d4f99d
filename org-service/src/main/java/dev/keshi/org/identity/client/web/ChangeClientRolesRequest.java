package dev.keshi.org.identity.client.web;

import dev.keshi.org.account.Role;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;

/** @param roles INTEGRATION, and beyond it at most HR and AUDITOR */
record ChangeClientRolesRequest(@NotEmpty Set<Role> roles) {}
