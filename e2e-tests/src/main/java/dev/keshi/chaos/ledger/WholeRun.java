package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Everything that people did from the first fault to the last, and the truth to compare it with. */
record WholeRun(Truth truth, List<Operation> all) {

    WholeRun {
        all = List.copyOf(all);
    }

    List<Operation> of(Kind kind) {
        return all.stream().filter(operation -> operation.kind() == kind).toList();
    }

    /** Those of a kind that are about one thing. */
    List<Operation> of(Kind kind, String key) {
        return all.stream()
                .filter(operation -> operation.kind() == kind && operation.key().equals(key))
                .toList();
    }

    /** Of the events of an aggregate those of a type, each once. */
    List<LoggedEvent> told(String key, String type) {
        return truth.once(key).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    List<Document> stored(Service service, String collection, String field, Collection<String> values) {
        return values.isEmpty() ? List.of() : truth.stored(service, collection, field, values);
    }

    static Set<String> marks(List<Operation> operations, String field) {
        return operations.stream().map(operation -> operation.asked(field)).collect(Collectors.toSet());
    }

    static Map<String, List<Document>> by(String field, List<Document> documents) {
        var found = new HashMap<String, List<Document>>();
        documents.forEach(document -> found.merge(
                at(document, field),
                List.of(document),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return found;
    }

    static List<String> ids(Collection<List<Document>> documents) {
        return documents.stream()
                .flatMap(List::stream)
                .map(document -> document.getString("_id"))
                .toList();
    }

    /** Empty where there is nothing. */
    static String at(Document document, String path) {
        return Objects.requireNonNullElse(document.getEmbedded(List.of(path.split("\\.")), String.class), "");
    }

    /** Parts of the state; none where there is nothing. */
    static List<Document> parts(Document document, String name) {
        return document.get("state", Document.class).getList(name, Document.class, List.of());
    }
}
