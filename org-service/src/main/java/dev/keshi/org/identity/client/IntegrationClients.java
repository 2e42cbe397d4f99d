package dev.keshi.org.identity.client;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All integration clients of the enterprise. */
interface IntegrationClients {

    Optional<Versioned<IntegrationClient>> find(ClientId id);

    /** Ordered by id. */
    List<Versioned<IntegrationClient>> after(Optional<ClientId> id, int limit);

    Versioned<IntegrationClient> create(CommandContext context, IntegrationClient client);

    Versioned<IntegrationClient> change(
            CommandContext context, ClientId id, UnaryOperator<IntegrationClient> transition);
}
