package dev.keshi.org.account.web;

import dev.keshi.org.account.Invitation;
import dev.keshi.org.account.LoginName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.stream.Collectors;

/** @param loginName 2 to 64 characters: lower-case letters, digits and {@code . _ @ -} */
record OpenAccountRequest(
        @NotBlank @Size(max = 64) String personId,
        @NotBlank @Pattern(regexp = LoginName.FORM) String loginName,
        @NotEmpty Set<ChangeRolesRequest.PersonRole> roles) {

    Invitation toInvitation() {
        return new Invitation(
                personId,
                loginName,
                roles.stream().map(ChangeRolesRequest.PersonRole::name).collect(Collectors.toSet()));
    }
}
