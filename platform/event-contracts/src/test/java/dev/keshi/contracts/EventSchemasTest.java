package dev.keshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema files are published at the gateway. They are made from the records by
 * {@code mvn -pl platform/event-contracts test -Dkeshi.schemas=write} and read by people before they are committed.
 */
class EventSchemasTest {

    private static final Path FILES = Path.of("src/main/resources/schemas");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final EventSchemas schemas = new EventSchemas();

    @TestFactory
    Stream<DynamicTest> theSchemaFileIsWhatTheRecordSays() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    var text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(schemas.of(event)) + "\n";
                    var file = FILES.resolve(event.type() + ".json");
                    if ("write".equals(System.getProperty("keshi.schemas"))) {
                        Files.createDirectories(FILES);
                        Files.writeString(file, text);
                    }
                    assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(text);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theGoldenFileFitsTheSchema() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(
                        event.type(),
                        () -> assertThat(violations(event, golden(event))).isEmpty()));
    }

    @Test
    void aMissingRequiredFieldAndAWrongTypeAreFound() {
        var event = EventCatalogue.find("keshi.org.person-key-destroyed.v1").orElseThrow();

        assertThat(violations(event, "{}")).hasSize(1);
        assertThat(violations(event, "{\"personId\": 7}")).hasSize(1);
        assertThat(violations(event, "{\"personId\": \"p-1\", \"addedLater\": true}"))
                .isEmpty();
    }

    private java.util.List<?> violations(EventDescriptor event, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.writeValueAsString(schemas.of(event)), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }

    private static String golden(EventDescriptor event) throws IOException {
        try (var file = EventSchemasTest.class.getResourceAsStream("/golden/" + event.type() + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
