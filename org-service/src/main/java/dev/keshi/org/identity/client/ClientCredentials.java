package dev.keshi.org.identity.client;

import dev.keshi.org.account.Role;
import dev.keshi.org.account.SecretHash;
import java.util.List;
import java.util.Set;

/** An open client, as the token endpoint needs it. */
public record ClientCredentials(
        String clientId, String name, SecretHash secret, Set<Role> roles, long permissionEpoch) {

    static ClientCredentials of(IntegrationClient client) {
        return new ClientCredentials(
                client.id().value(), client.name().value(), client.secret(), client.roles(), client.permissionEpoch());
    }

    public List<String> roleNames() {
        return Role.names(roles);
    }
}
