package dev.keshi.org.identity.client;

import dev.keshi.messaging.Versioned;
import dev.keshi.org.account.Role;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Reads integration clients. */
@Service
@WhenEmbedded
public class IntegrationClientQueries {

    private final IntegrationClients clients;

    IntegrationClientQueries(IntegrationClients clients) {
        this.clients = clients;
    }

    /** Empty for a client that does not exist or was closed. */
    public Optional<ClientCredentials> credentials(String clientId) {
        return clients.find(new ClientId(clientId))
                .map(Versioned::state)
                .filter(IntegrationClient::open)
                .map(ClientCredentials::of);
    }

    /** Tokens of this client with a smaller epoch no longer hold; empty when there is no such client. */
    public OptionalLong permissionEpoch(String clientId) {
        var client = clients.find(new ClientId(clientId));
        return client.isPresent() ? OptionalLong.of(client.get().state().permissionEpoch()) : OptionalLong.empty();
    }

    public Optional<Versioned<IntegrationClientView>> find(ClientId id) {
        return clients.find(id).map(IntegrationClientQueries::view);
    }

    public Page<IntegrationClientView> list(Paging paging) {
        var last = paging.after().map(position -> new ClientId(position.id()));
        return paging.page(
                clients.after(last, paging.limit() + 1),
                client -> Position.of(client.id(), client.id()),
                client -> view(client).state());
    }

    static Versioned<IntegrationClientView> view(Versioned<IntegrationClient> stored) {
        var client = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new IntegrationClientView(
                        client.id().value(),
                        client.name().value(),
                        Role.names(client.roles()),
                        client.open() ? "OPEN" : "CLOSED",
                        client.permissionEpoch()));
    }
}
