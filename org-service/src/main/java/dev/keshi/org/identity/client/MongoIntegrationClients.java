package dev.keshi.org.identity.client;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.org.identity.WhenEmbedded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Integration clients in the aggregate store. */
@Component
@WhenEmbedded
final class MongoIntegrationClients implements IntegrationClients {

    static final String COLLECTION = "integration_clients";

    private final AggregateCollection<IntegrationClientDocument> clients;
    private final MongoOperations mongo;

    MongoIntegrationClients(AggregateStore store, MongoOperations mongo) {
        this.clients = store.collection(COLLECTION, IntegrationClientDocument.class);
        this.mongo = mongo;
    }

    @Override
    public Optional<Versioned<IntegrationClient>> find(ClientId id) {
        return clients.find(id.value()).map(MongoIntegrationClients::client);
    }

    @Override
    public List<Versioned<IntegrationClient>> after(Optional<ClientId> id, int limit) {
        var filter = id.map(last -> gt("_id", last.value())).orElseGet(Filters::empty);
        var found = new ArrayList<Document>();
        mongo.execute(
                COLLECTION,
                documents -> documents
                        .find(filter)
                        .sort(Sorts.ascending("_id"))
                        .limit(limit)
                        .projection(exclude("outbox"))
                        .into(found));
        return found.stream()
                .map(clients::versioned)
                .map(MongoIntegrationClients::client)
                .toList();
    }

    @Override
    public Versioned<IntegrationClient> create(CommandContext context, IntegrationClient client) {
        return client(clients.create(client.id().value(), context, change(client)));
    }

    @Override
    public Versioned<IntegrationClient> change(
            CommandContext context, ClientId id, UnaryOperator<IntegrationClient> transition) {
        try {
            return client(clients.change(
                    id.value(), context, document -> change(transition.apply(document.toClient(id.value())))));
        } catch (AggregateFailure.NotFound none) {
            throw new ClientProblem.NotFound(id);
        }
    }

    private static Versioned<IntegrationClient> client(Versioned<IntegrationClientDocument> stored) {
        return new Versioned<>(stored.id(), stored.version(), stored.state().toClient(stored.id()));
    }

    private static Change<IntegrationClientDocument> change(IntegrationClient client) {
        return new Change<>(
                IntegrationClientDocument.of(client), IntegrationClientEventTranslator.publish(client.news()));
    }
}
