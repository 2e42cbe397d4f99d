package dev.keshi.org.identity.client;

import dev.keshi.org.account.Role;
import dev.keshi.org.account.SecretHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A program that may obtain tokens. Immutable, like an account; closed for good when {@code open} is false.
 *
 * @param permissionEpoch tokens with a smaller epoch no longer hold
 */
record IntegrationClient(
        ClientId id,
        ClientName name,
        SecretHash secret,
        Set<Role> roles,
        long permissionEpoch,
        boolean open,
        List<IntegrationClientEvent> news) {

    /** A program never administers accounts, so that a stolen secret cannot make itself more. */
    static final Set<Role> ALLOWED = Set.of(Role.INTEGRATION, Role.HR, Role.AUDITOR);

    IntegrationClient {
        roles = Set.copyOf(roles);
        news = List.copyOf(news);
        if (!roles.contains(Role.INTEGRATION) || !ALLOWED.containsAll(roles)) {
            throw new IllegalArgumentException("roles of a client: " + roles);
        }
    }

    static IntegrationClient register(ClientId id, ClientName name, SecretHash secret, Set<Role> roles) {
        requireAllowed(roles);
        return new IntegrationClient(id, name, secret, roles, 1, true, List.of())
                .telling(new IntegrationClientEvent.Registered(id, name, roles, 1));
    }

    IntegrationClient changeRoles(Set<Role> newRoles) {
        requireOpen();
        requireAllowed(newRoles);
        if (newRoles.equals(roles)) {
            return this;
        }
        return new IntegrationClient(id, name, secret, newRoles, permissionEpoch + 1, true, news)
                .telling(new IntegrationClientEvent.RolesChanged(id, name, newRoles, permissionEpoch + 1));
    }

    IntegrationClient replaceSecret(SecretHash newSecret) {
        requireOpen();
        return new IntegrationClient(id, name, newSecret, roles, permissionEpoch + 1, true, news)
                .telling(new IntegrationClientEvent.SecretReplaced(id, name, roles, permissionEpoch + 1));
    }

    IntegrationClient close() {
        requireOpen();
        return new IntegrationClient(id, name, secret, roles, permissionEpoch + 1, false, news)
                .telling(new IntegrationClientEvent.Closed(id, name, Set.of(), permissionEpoch + 1));
    }

    private IntegrationClient telling(IntegrationClientEvent event) {
        var all = new ArrayList<>(news);
        all.add(event);
        return new IntegrationClient(id, name, secret, roles, permissionEpoch, open, all);
    }

    private void requireOpen() {
        if (!open) {
            throw new ClientProblem.Closed();
        }
    }

    private static void requireAllowed(Set<Role> roles) {
        if (!roles.contains(Role.INTEGRATION) || !ALLOWED.containsAll(roles)) {
            throw new ClientProblem.RolesNotForClients();
        }
    }
}
