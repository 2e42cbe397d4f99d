package dev.keshi.org.identity.client;

import dev.keshi.org.account.Role;
import dev.keshi.org.account.SecretHash;
import java.util.List;

/** An integration client as it is kept. */
record IntegrationClientDocument(
        String name, String secretHash, List<String> roles, long permissionEpoch, boolean open) {

    static IntegrationClientDocument of(IntegrationClient client) {
        return new IntegrationClientDocument(
                client.name().value(),
                client.secret().value(),
                Role.names(client.roles()),
                client.permissionEpoch(),
                client.open());
    }

    IntegrationClient toClient(String id) {
        return new IntegrationClient(
                new ClientId(id),
                new ClientName(name),
                new SecretHash(secretHash),
                Role.named(roles),
                permissionEpoch,
                open,
                List.of());
    }
}
