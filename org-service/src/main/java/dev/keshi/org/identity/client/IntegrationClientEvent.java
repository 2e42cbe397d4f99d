package dev.keshi.org.identity.client;

import dev.keshi.org.account.Role;
import java.util.Set;

/** What happened to an integration client; each event tells the rights that hold afterwards. */
sealed interface IntegrationClientEvent {

    ClientId client();

    ClientName name();

    Set<Role> roles();

    long permissionEpoch();

    record Registered(ClientId client, ClientName name, Set<Role> roles, long permissionEpoch)
            implements IntegrationClientEvent {}

    record RolesChanged(ClientId client, ClientName name, Set<Role> roles, long permissionEpoch)
            implements IntegrationClientEvent {}

    record SecretReplaced(ClientId client, ClientName name, Set<Role> roles, long permissionEpoch)
            implements IntegrationClientEvent {}

    record Closed(ClientId client, ClientName name, Set<Role> roles, long permissionEpoch)
            implements IntegrationClientEvent {}
}
