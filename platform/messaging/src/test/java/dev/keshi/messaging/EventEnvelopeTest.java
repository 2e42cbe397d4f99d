package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import java.io.IOException;
import java.util.Date;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.Binary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent is what the catalogue and the AsyncAPI document say. */
class EventEnvelopeTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TestFactory
    Stream<DynamicTest> topicKeyTypeAndSchemaAreThoseOfTheCatalogue() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    var record = sent(event, TRACE);

                    assertThat(record.topic()).isEqualTo(event.topic());
                    assertThat(record.partition()).isNull();
                    assertThat(headers(record))
                            .containsEntry("ce_type", event.type())
                            .containsEntry("ce_dataschema", event.schemaAddress())
                            .containsEntry("ce_subject", event.aggregate() + "/a-1")
                            .containsEntry("ce_partitionkey", record.key());
                }));
    }

    @Test
    void theHeadersAreThoseOfTheAsyncApiDocument() throws IOException {
        var promised = promised();
        var event = EventCatalogue.all().getFirst();

        var headers = headers(sent(event, TRACE));
        assertThat(headers.keySet())
                .isEqualTo(new TreeMap<>(promised.path("properties").properties().stream()
                                .collect(Collectors.toMap(each -> each.getKey(), each -> each.getValue())))
                        .keySet());
        promised.path("properties").properties().forEach(header -> {
            var value = headers.get(header.getKey());
            var schema = header.getValue();
            assertThat(value).matches(schema.path("pattern").asString("(?s).+"));
            assertThat(value).isEqualTo(schema.path("const").asString(value));
        });
    }

    @Test
    void onlyTheTraceMayBeMissing() throws IOException {
        var headers = headers(sent(EventCatalogue.all().getFirst(), null));

        assertThat(headers.keySet())
                .containsExactlyInAnyOrderElementsOf(promised()
                        .path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @Test
    void aTopicForgetsByWhenARecordCameAndNotByWhenSomethingHappened() {
        assertThat(sent(EventCatalogue.all().getFirst(), TRACE).timestamp()).isNull();
    }

    private static ProducerRecord<String, byte[]> sent(EventDescriptor event, String traceparent) {
        var entry = new OutboxEntry(
                Ids.ulid().next(),
                7,
                event.type(),
                event.topic(),
                event.aggregate(),
                new Date(),
                new Binary(new byte[0]),
                "p-1",
                traceparent,
                1);
        return EventEnvelope.record("/keshi/org-service", "a-1", entry);
    }

    private static TreeMap<String, String> headers(ProducerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        StreamSupport.stream(record.headers().spliterator(), false)
                .forEach(header -> headers.put(header.key(), EventEnvelope.text(record.headers(), header.key())));
        return headers;
    }

    private static JsonNode promised() throws IOException {
        try (var document = EventCatalogue.class.getResourceAsStream("/asyncapi.json")) {
            return JsonMapper.builder().build().readTree(document).at("/components/messageTraits/CloudEvent/headers");
        }
    }
}
