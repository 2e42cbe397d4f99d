package dev.keshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden files are the contract: what is on the wire today must be read for years. */
class GoldenEventsTest {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TestFactory
    Stream<DynamicTest> everyEventReadsItsGoldenFileAndWritesItBack() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    JsonNode golden = golden(event);
                    JsonNode written =
                            mapper.readTree(mapper.writeValueAsBytes(mapper.treeToValue(golden, event.record())));
                    assertThat(written).isEqualTo(golden);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyEventIsNamedKeyedAndDescribed() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    assertThat(event.type()).matches("keshi\\.[a-z]+\\.[a-z-]+\\.v[1-9]");
                    assertThat(Topics.LAYOUTS).extracting(Topics.Layout::topic).contains(event.topic());
                    assertThat(Arrays.stream(event.record().getRecordComponents()))
                            .anyMatch(component ->
                                    component.getName().equals(event.key()) && component.getType() == String.class);
                    assertThat(golden(event).get(event.key()).asString()).isNotBlank();
                    assertThat(event.en()).endsWith(".");
                    assertThat(event.zh()).endsWith("。");
                }));
    }

    private JsonNode golden(EventDescriptor event) throws IOException {
        try (var file = GoldenEventsTest.class.getResourceAsStream("/golden/" + event.type() + ".json")) {
            assertThat(file).as("golden/%s.json", event.type()).isNotNull();
            return mapper.readTree(file);
        }
    }
}
