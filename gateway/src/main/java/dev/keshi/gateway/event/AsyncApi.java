package dev.keshi.gateway.event;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** AsyncAPI 3 made from the catalogue, so that it cannot say anything else than what is published. */
final class AsyncApi {

    private final JsonMapper json = JsonMapper.builder().build();

    byte[] document() {
        var events =
                EventCatalogue.all().stream().filter(AsyncApi::isForSubscribers).toList();
        var document = new LinkedHashMap<String, Object>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/json");
        document.put("channels", channels(events));
        document.put("operations", operations(events));
        document.put(
                "components", Map.of("messages", messages(events), "schemas", Map.of("CloudEventHeaders", headers())));
        return json.writeValueAsBytes(document);
    }

    /** Wrapped keys of personal data concern services only. */
    static boolean isForSubscribers(EventDescriptor event) {
        return !event.topic().equals(Topics.PERSON_KEYS);
    }

    private static Map<String, Object> info() {
        return ordered(
                "title",
                "Keshi events",
                "version",
                "v1",
                "description",
                "CloudEvents 1.0 on Apache Kafka, binary mode: attributes in headers, JSON in the value. Delivery is at least once; per key, in order of ce_sequence.",
                "license",
                Map.of("name", "Apache-2.0"));
    }

    private static Map<String, Object> channels(List<EventDescriptor> events) {
        var channels = new LinkedHashMap<String, Object>();
        for (var topic : topics(events)) {
            var messages = new LinkedHashMap<String, Object>();
            events.stream()
                    .filter(event -> event.topic().equals(topic))
                    .forEach(event -> messages.put(event.type(), reference("/components/messages/" + event.type())));
            channels.put(topic, ordered("address", topic, "messages", messages));
        }
        return channels;
    }

    private static Map<String, Object> operations(List<EventDescriptor> events) {
        var operations = new LinkedHashMap<String, Object>();
        topics(events)
                .forEach(topic -> operations.put(
                        "publish-" + topic, ordered("action", "send", "channel", reference("/channels/" + topic))));
        return operations;
    }

    private static List<String> topics(List<EventDescriptor> events) {
        return events.stream().map(EventDescriptor::topic).distinct().toList();
    }

    private Map<String, Object> messages(List<EventDescriptor> events) {
        var messages = new LinkedHashMap<String, Object>();
        events.forEach(event -> messages.put(event.type(), message(event)));
        return messages;
    }

    private Map<String, Object> message(EventDescriptor event) {
        return ordered(
                "name", event.type(),
                "title", event.type(),
                "summary", event.en(),
                "description", event.zh(),
                "tags", List.of(Map.of("name", event.owner()), Map.of("name", event.aggregate())),
                "contentType", "application/json",
                "headers", reference("/components/schemas/CloudEventHeaders"),
                "payload",
                        ordered(
                                "schemaFormat",
                                "application/schema+json;version=draft-2020-12",
                                "schema",
                                Map.of("$ref", "/events/schemas/" + event.type() + ".json")),
                "bindings",
                        Map.of(
                                "kafka",
                                Map.of("key", ordered("type", "string", "description", "The value of " + event.key()))),
                "examples", List.of(Map.of("payload", example(event.type()))));
    }

    private Object example(String type) {
        try (var golden = new ClassPathResource("golden/" + type + ".json").getInputStream()) {
            return json.readTree(golden);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no example of " + type, e);
        }
    }

    private static Map<String, Object> headers() {
        var properties = new LinkedHashMap<String, Object>();
        for (var name : List.of(
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_subject",
                "ce_time",
                "ce_dataschema",
                "ce_partitionkey",
                "ce_sequence",
                "ce_epoch",
                "ce_traceparent",
                "ce_actor")) {
            properties.put(name, Map.of("type", "string"));
        }
        return ordered("type", "object", "properties", properties);
    }

    private static Map<String, Object> reference(String pointer) {
        return Map.of("$ref", "#" + pointer);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
