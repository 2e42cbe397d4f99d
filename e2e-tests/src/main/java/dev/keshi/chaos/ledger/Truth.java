package dev.keshi.chaos.ledger;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Service;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Where the ledger reads what is there. */
public interface Truth {

    /** That of a platform that runs. */
    static Truth of(EventLog log, Stores stores, Caller personnel, Caller employee) {
        return new RunningPlatform(log, stores, personnel, employee);
    }

    /** Who looks over HTTP. */
    enum Reader {
        /** May see every department and everybody. */
        PERSONNEL,
        /** Whose requests are in the ledger. */
        EMPLOYEE
    }

    /** Every event of an aggregate in the order in which it lies in Kafka, repetitions too. */
    List<LoggedEvent> told(String key);

    /** Documents of a service that have one of the values in a field. */
    List<Document> stored(Service service, String collection, String field, Collection<String> values);

    /** Documents of a service that have the text somewhere in a field. */
    List<Document> storedWith(Service service, String collection, String field, String text);

    /** What the interface shows; empty when it cannot be read. */
    Optional<JsonNode> shown(Reader reader, String path);

    /** Of each event of an aggregate the first appearance. */
    default List<LoggedEvent> once(String key) {
        var first = new LinkedHashMap<String, LoggedEvent>();
        told(key).forEach(event -> first.putIfAbsent(event.id(), event));
        return List.copyOf(first.values());
    }

    default Map<String, Document> byId(Service service, String collection, Collection<String> ids) {
        return stored(service, collection, "_id", ids).stream()
                .collect(Collectors.toMap(document -> document.getString("_id"), document -> document));
    }
}
