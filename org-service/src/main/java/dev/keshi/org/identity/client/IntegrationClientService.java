package dev.keshi.org.identity.client;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.account.Issuer;
import dev.keshi.org.account.Role;
import dev.keshi.org.account.SecretHash;
import dev.keshi.org.account.Secrets;
import dev.keshi.org.identity.WhenEmbedded;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The door for changing integration clients. */
@Service
@WhenEmbedded
public class IntegrationClientService {

    private final IntegrationClients clients;
    private final Secrets secrets;
    private final Ids ids;

    IntegrationClientService(IntegrationClients clients, Secrets secrets, Ids ids) {
        this.clients = clients;
        this.secrets = secrets;
        this.ids = ids;
    }

    /**
     * A client with its secret, which is told this once; empty when the same command made the client before.
     */
    public record Told(Versioned<IntegrationClientView> client, Optional<String> secret) {}

    public Told register(CommandContext context, Issuer issuer, ClientName name, Set<Role> roles) {
        requireHeld(issuer, roles);
        var secret = secrets.next();
        var id = ClientId.of(ids.forCommand("integration-client", context));
        var client = IntegrationClient.register(id, name, SecretHash.of(secret), roles);
        return told(clients.create(context, client), secret);
    }

    /** The old secret and every token that was issued for it stop working. */
    public Told replaceSecret(CommandContext context, ClientId id) {
        var secret = secrets.next();
        return told(clients.change(context, id, client -> client.replaceSecret(SecretHash.of(secret))), secret);
    }

    public Versioned<IntegrationClientView> changeRoles(
            CommandContext context, Issuer issuer, ClientId id, Set<Role> roles) {
        return IntegrationClientQueries.view(clients.change(context, id, client -> {
            var touched = new HashSet<>(client.roles());
            touched.addAll(roles);
            requireHeld(issuer, touched);
            return client.changeRoles(roles);
        }));
    }

    public Versioned<IntegrationClientView> close(CommandContext context, ClientId id) {
        return IntegrationClientQueries.view(clients.change(context, id, IntegrationClient::close));
    }

    /** INTEGRATION is no right beyond being a program; the others one must hold to hand them on. */
    private static void requireHeld(Issuer issuer, Set<Role> roles) {
        var granted = new HashSet<>(roles);
        granted.remove(Role.INTEGRATION);
        issuer.requireAll(granted);
    }

    private static Told told(Versioned<IntegrationClient> stored, String secret) {
        var isNew = stored.state().secret().matches(secret);
        return new Told(IntegrationClientQueries.view(stored), isNew ? Optional.of(secret) : Optional.empty());
    }
}
