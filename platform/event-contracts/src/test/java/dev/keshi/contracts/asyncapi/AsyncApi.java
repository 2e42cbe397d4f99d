package dev.keshi.contracts.asyncapi;

import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.envelope.Header;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document is complete in itself: it refers to nothing outside, so that it can be downloaded and given to any tool. Payload schemas are those of the
 * catalogue without their 2020-12 header; what they use means the same in AsyncAPI's own dialect, which is a superset of draft 07.
 */
public final class AsyncApi {

    /** 3.1 adds nothing that is used here, and fewer tools read it. */
    private static final String VERSION = "3.0.0";

    private final List<EventDescriptor> events;
    private final Function<EventDescriptor, ObjectNode> schemas;
    private final Function<EventDescriptor, JsonNode> examples;

    public AsyncApi(
            List<EventDescriptor> events,
            Function<EventDescriptor, ObjectNode> schemas,
            Function<EventDescriptor, JsonNode> examples) {
        this.events = events.stream().filter(EventDescriptor::isForSubscribers).toList();
        this.schemas = schemas;
        this.examples = examples;
    }

    public ObjectNode document() {
        var document = object().put("asyncapi", VERSION).put("id", "urn:keshi:events");
        document.set("info", AsyncApiWords.info(owners()));
        document.put("defaultContentType", "application/json");
        document.set("servers", servers());
        document.set("channels", eachTopic((topic, channels) -> channels.set(topic.topic(), channel(topic))));
        document.set("operations", eachTopic(this::operations));
        document.set("components", components());
        return document;
    }

    private static ObjectNode servers() {
        var local = object().put("host", "127.0.0.1:{port}")
                .put("protocol", "kafka")
                .put("title", "On this machine")
                .put("description", AsyncApiWords.LOCAL_SERVER);
        local.putObject("variables")
                .putObject("port")
                .put("default", "8741")
                .put("description", "41 above the port base; ./keshi status says it.");
        var enterprise = object().put("host", "{bootstrap}")
                .put("protocol", "kafka-secure")
                .put("title", "In the enterprise")
                .put("description", AsyncApiWords.ENTERPRISE_SERVER);
        enterprise
                .putObject("variables")
                .putObject("bootstrap")
                .put("default", "kafka.example.com:9093")
                .put("description", "Host and port of a broker of the cluster.");
        enterprise.putArray("security").add(reference("components/securitySchemes/scram"));
        var servers = object();
        servers.set("local", local);
        servers.set("enterprise", enterprise);
        return servers;
    }

    private ObjectNode channel(Topics.Layout topic) {
        var channel = object().put("address", topic.topic())
                .put("title", topic.topic())
                .put("description", AsyncApiWords.topic(topic));
        var servers = channel.putArray("servers");
        List.of("local", "enterprise").forEach(server -> servers.add(reference("servers/" + server)));
        var messages = channel.putObject("messages");
        of(topic).forEach(event -> messages.set(event.type(), reference("components/messages/" + event.type())));
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.topic()).put("partitions", topic.partitions());
        kafka.putObject("topicConfiguration").putArray("cleanup.policy").add(topic.compacted() ? "compact" : "delete");
        kafka.put("bindingVersion", "0.5.0");
        return channel;
    }

    private void operations(Topics.Layout topic, ObjectNode operations) {
        operations.set("publish-" + topic.topic(), operation("send", topic, AsyncApiWords.PUBLISH));
        var receive = operation("receive", topic, AsyncApiWords.RECEIVE);
        var kafka = receive.putObject("bindings").putObject("kafka");
        kafka.putObject("groupId").put("type", "string").put("description", AsyncApiWords.GROUP);
        kafka.put("bindingVersion", "0.5.0");
        operations.set("receive-" + topic.topic(), receive);
    }

    private ObjectNode operation(String action, Topics.Layout topic, AsyncApiWords.Operation words) {
        var operation = object().put("action", action);
        operation.set("channel", reference("channels/" + topic.topic()));
        operation.put("title", words.title()).put("summary", words.summary()).put("description", words.description());
        var messages = operation.putArray("messages");
        of(topic).forEach(event -> messages.add(reference("channels/" + topic.topic() + "/messages/" + event.type())));
        return operation;
    }

    private ObjectNode components() {
        var components = object();
        var messages = components.putObject("messages");
        events.forEach(event -> messages.set(event.type(), message(event)));
        var payloads = components.putObject("schemas");
        events.forEach(event -> payloads.set(event.type(), payload(event)));
        components.putObject("messageTraits").set("CloudEvent", cloudEvent());
        components
                .putObject("correlationIds")
                .putObject("sameEvent")
                .put("description", AsyncApiWords.SAME_EVENT)
                .put("location", "$message.header#/ce_id");
        components
                .putObject("securitySchemes")
                .putObject("scram")
                .put("type", "scramSha512")
                .put("description", AsyncApiWords.SCRAM);
        return components;
    }

    private ObjectNode cloudEvent() {
        var trait = object().put("contentType", "application/json");
        var headers = trait.putObject("headers").put("type", "object");
        var properties = headers.putObject("properties");
        var required = headers.putArray("required");
        for (var header : Header.values()) {
            properties.set(header.text(), header.schema());
            if (header.isRequired()) {
                required.add(header.text());
            }
        }
        trait.set("correlationId", reference("components/correlationIds/sameEvent"));
        return trait;
    }

    private ObjectNode message(EventDescriptor event) {
        var schema = schemas.apply(event);
        var message = object().put("name", event.type())
                .put("title", AsyncApiWords.title(event))
                .put("summary", event.en())
                .put("description", AsyncApiWords.message(event, schema));
        var tags = message.putArray("tags");
        Stream.of(event.owner(), event.aggregate())
                .distinct()
                .forEach(tag -> tags.addObject().put("name", tag));
        message.putArray("traits").add(reference("components/messageTraits/CloudEvent"));
        var headers = message.putObject("headers").put("type", "object").putObject("properties");
        headers.putObject("ce_type").put("const", event.type());
        headers.putObject("ce_dataschema").put("const", schema.get("$id").asString());
        message.set("payload", reference("components/schemas/" + event.type()));
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "The value of " + event.key() + ".");
        kafka.put("bindingVersion", "0.5.0");
        message.putArray("examples").add(example(event));
        message.set("x-keshi", schema.get("x-keshi"));
        message.put("x-json-schema", schema.get("$id").asString());
        return message;
    }

    private ObjectNode example(EventDescriptor event) {
        var golden = examples.apply(event);
        var example = object().put("name", "golden").put("summary", event.en());
        var headers = example.putObject("headers");
        for (var header : Header.values()) {
            headers.put(header.text(), header.exampleOf(event, golden));
        }
        example.set("payload", golden);
        return example;
    }

    private ObjectNode payload(EventDescriptor event) {
        var payload = schemas.apply(event).deepCopy();
        payload.remove(List.of("$schema", "$id", "x-keshi"));
        return payload;
    }

    private ObjectNode eachTopic(BiConsumer<Topics.Layout, ObjectNode> add) {
        var all = object();
        Topics.LAYOUTS.stream().filter(topic -> !of(topic).isEmpty()).forEach(topic -> add.accept(topic, all));
        return all;
    }

    private List<EventDescriptor> of(Topics.Layout topic) {
        return events.stream()
                .filter(event -> event.topic().equals(topic.topic()))
                .toList();
    }

    private List<String> owners() {
        return events.stream().map(EventDescriptor::owner).distinct().toList();
    }

    private static ObjectNode reference(String place) {
        return object().put("$ref", "#/" + place);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
