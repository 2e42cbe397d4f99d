package dev.keshi.org.identity.client.web;

import dev.keshi.org.account.Role;
import dev.keshi.org.identity.client.ClientName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** @param roles INTEGRATION, and beyond it at most HR and AUDITOR */
record RegisterClientRequest(
        @NotBlank @Size(max = ClientName.LONGEST) String name,
        @NotEmpty Set<Role> roles) {}
