package dev.keshi.chaos.ledger;

import dev.keshi.launcher.client.CallFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Service;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** The truth of a platform that runs: Kafka, MongoDB and HTTP, each asked by somebody outside of the services. */
record RunningPlatform(EventLog log, Stores stores, Caller personnel, Caller employee) implements Truth {

    @Override
    public List<LoggedEvent> told(String key) {
        return log.of(key);
    }

    @Override
    public List<Document> stored(Service service, String collection, String field, Collection<String> values) {
        return stores.in(service, collection, field, values);
    }

    @Override
    public List<Document> storedWith(Service service, String collection, String field, String text) {
        return stores.with(service, collection, field, text);
    }

    @Override
    public Optional<JsonNode> shown(Reader reader, String path) {
        var caller = reader == Reader.PERSONNEL ? personnel : employee;
        try {
            return Optional.of(caller.get(path).expect(200).json());
        } catch (CallFailure nothing) {
            return Optional.empty();
        }
    }
}
