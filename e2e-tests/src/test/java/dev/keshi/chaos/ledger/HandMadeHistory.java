package dev.keshi.chaos.ledger;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people were told, and a truth that is written down by hand, in which anything can be changed. */
final class HandMadeHistory implements Truth {

    private final List<Operation> operations = new ArrayList<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private final Map<String, List<Document>> documents = new HashMap<>();
    private final Map<String, JsonNode> shown = new HashMap<>();

    List<Broken> audit() {
        var ledger = new Ledger();
        operations.forEach(ledger::add);
        return new Audit(ledger, this).of(0, List.copyOf(events));
    }

    List<Broken> loopAudit() {
        var ledger = new Ledger();
        operations.forEach(ledger::add);
        return new LoopAudit(ledger, this).check();
    }

    void did(Kind kind, String key, Map<String, String> asked, Outcome outcome, String answer) {
        operations.add(new Operation(operations.size() + 1L, kind, key, asked, outcome, answer));
    }

    /** Puts another command in the place of those that are of a kind. */
    void changeOperations(Predicate<Operation> which, UnaryOperator<Operation> change) {
        operations.replaceAll(operation -> which.test(operation) ? change.apply(operation) : operation);
    }

    void forgetOperations(Predicate<Operation> which) {
        operations.removeIf(which);
    }

    /** An event that Kafka and the archive have. */
    LoggedEvent tell(String topic, String key, String type, Map<String, ?> data) {
        long sequence =
                once(key).stream().mapToLong(LoggedEvent::sequence).max().orElse(0) + 1;
        var event = new LoggedEvent(
                topic,
                key,
                key + "-" + sequence,
                type,
                sequence,
                JsonMapper.shared().writeValueAsString(data));
        repeat(event);
        archive(event);
        return event;
    }

    /** In Kafka alone. */
    void repeat(LoggedEvent event) {
        events.add(event);
    }

    void archive(LoggedEvent event) {
        store(
                Service.REPORTING,
                "events",
                new Document("_id", event.id() + "/" + archived().size())
                        .append("key", event.key())
                        .append("sequence", event.sequence())
                        .append("type", event.type()));
    }

    List<Document> archived() {
        return documents.computeIfAbsent("REPORTING.events", _ -> new ArrayList<>());
    }

    List<LoggedEvent> events() {
        return events;
    }

    LoggedEvent event(String key, String type) {
        return events.stream()
                .filter(event -> event.key().equals(key) && event.type().endsWith(type))
                .findFirst()
                .orElseThrow();
    }

    /** The same event, and what it tells is different. */
    void retell(LoggedEvent event, String field, String value) {
        var data = (ObjectNode) JsonMapper.shared().readTree(event.json());
        data.put(field, value);
        events.set(
                events.indexOf(event),
                new LoggedEvent(
                        event.topic(), event.key(), event.id(), event.type(), event.sequence(), data.toString()));
    }

    Document store(Service service, String collection, Document document) {
        documents
                .computeIfAbsent(service + "." + collection, _ -> new ArrayList<>())
                .add(document);
        return document;
    }

    Document document(Service service, String collection, String id) {
        return documents.get(service + "." + collection).stream()
                .filter(document -> document.getString("_id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    void lose(Service service, String collection, String id) {
        documents.get(service + "." + collection).remove(document(service, collection, id));
    }

    void show(String path, Map<String, ?> what) {
        shown.put(path, JsonMapper.shared().valueToTree(what));
    }

    ObjectNode page(String path) {
        return (ObjectNode) shown.get(path);
    }

    void hide(String path) {
        shown.remove(path);
    }

    @Override
    public List<LoggedEvent> told(String key) {
        return events.stream()
                .filter(event -> event.isOfAnAggregate() && event.key().equals(key))
                .toList();
    }

    @Override
    public List<Document> stored(Service service, String collection, String field, Collection<String> values) {
        return documents.getOrDefault(service + "." + collection, List.of()).stream()
                .filter(document -> values.contains(at(document, field)))
                .toList();
    }

    @Override
    public List<Document> storedWith(Service service, String collection, String field, String text) {
        return documents.getOrDefault(service + "." + collection, List.of()).stream()
                .filter(document -> at(document, field).contains(text))
                .toList();
    }

    private static String at(Document document, String field) {
        return String.valueOf(document.getEmbedded(List.of(field.split("\\.")), Object.class));
    }

    @Override
    public Optional<JsonNode> shown(Reader reader, String path) {
        return Optional.ofNullable(shown.get(path));
    }
}
