package dev.keshi.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class EventSchemasTest {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final EventSchemas schemas = new EventSchemas();

    @TestFactory
    Stream<DynamicTest> theSchemaIsOneByTheBookAndTheGoldenFileFitsIt() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    assertThat(violationsOfTheDialect(event)).isEmpty();
                    assertThat(violations(event, golden(event))).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> theGoldenFileDoesNotFitWithoutAnyOneOfTheRequiredFields() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    for (var required : schemas.of(event).path("required")) {
                        var golden = mapper.readTree(golden(event)).deepCopy();
                        ((tools.jackson.databind.node.ObjectNode) golden).remove(required.asString());
                        assertThat(violations(event, golden.toString()))
                                .as(required.asString())
                                .hasSize(1);
                    }
                }));
    }

    @Test
    void aWrongTypeAndAWrongDateAreFoundAndAnUnknownFieldIsNot() {
        var destroyed = EventCatalogue.find("keshi.org.person-key-destroyed.v1").orElseThrow();
        var separated = EventCatalogue.find("keshi.org.person-separated.v1").orElseThrow();

        assertThat(violations(destroyed, "{}")).hasSize(1);
        assertThat(violations(destroyed, "{\"personId\": 7}")).hasSize(1);
        assertThat(violations(destroyed, "{\"personId\": null}")).hasSize(1);
        assertThat(violations(destroyed, "{\"personId\": \"p-1\", \"addedLater\": true}"))
                .isEmpty();
        assertThat(violations(separated, "{\"personId\": \"p-1\", \"separatedOn\": \"31.12.2026\"}"))
                .hasSize(1);
    }

    private List<Error> violations(EventDescriptor event, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.writeValueAsString(schemas.of(event)), InputFormat.JSON)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private List<Error> violationsOfTheDialect(EventDescriptor event) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(mapper.writeValueAsString(schemas.of(event)), InputFormat.JSON);
    }

    private static String golden(EventDescriptor event) throws IOException {
        return Files.readString(Path.of("src/main/resources/golden", event.type() + ".json"));
    }
}
