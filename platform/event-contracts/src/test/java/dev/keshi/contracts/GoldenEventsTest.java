package dev.keshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden files are the contract: what is on the wire today must be read for years. */
class GoldenEventsTest {

    private static final String FIELD_LOST = "{\"id\": \"1\", \"lost\": true}";

    /** As producers write, but a field that no component takes is an error here. */
    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What consumers read with. */
    private final JsonMapper lenient = mapper.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TestFactory
    Stream<DynamicTest> theBytesOfTheGoldenFileBecomeTheRecordAndTheSameJsonAgain() {
        return forEach(event -> () -> {
            var golden = bytes(event);
            PublishedEvent read = mapper.readValue(golden, event.record());
            var written = mapper.writeValueAsBytes(read);

            assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree(golden));
            assertThat(mapper.readValue(written, event.record())).isEqualTo(read);
        });
    }

    @TestFactory
    Stream<DynamicTest> theGoldenFileShowsEveryField() {
        return forEach(event -> () -> assertThat(missing(event.record(), mapper.readTree(bytes(event)), ""))
                .as("fields that golden/%s.json does not show", event.type())
                .isEmpty());
    }

    /** An optional field is absent, not null: that is what a subscriber of an older release sees. */
    @TestFactory
    Stream<DynamicTest> everyOptionalFieldMayBeAbsentAndStaysAbsent() {
        return forEach(event -> () -> {
            var golden = (ObjectNode) mapper.readTree(bytes(event));
            Arrays.stream(event.record().getRecordComponents())
                    .filter(GoldenEventsTest::isOptional)
                    .forEach(optional -> golden.remove(optional.getName()));
            PublishedEvent read = mapper.treeToValue(golden, event.record());

            assertThat(mapper.readTree(mapper.writeValueAsBytes(read))).isEqualTo(golden);
        });
    }

    /** What a release after this one may add. */
    @TestFactory
    Stream<DynamicTest> aFieldThatIsAddedLaterIsIgnored() {
        return forEach(event -> () -> {
            var golden = bytes(event);
            var later = ((ObjectNode) mapper.readTree(golden)).put("addedLater", true);

            assertThat((Object) lenient.treeToValue(later, event.record()))
                    .isEqualTo(lenient.readValue(golden, event.record()));
        });
    }

    @Test
    void aFieldThatARecordDoesNotTakeIsFound() {
        assertThatThrownBy(() -> mapper.readValue(FIELD_LOST, Lossy.class)).hasMessageContaining("lost");
        assertThat(missing(Nested.class, mapper.readTree("{\"parts\": [{\"a\": \"x\"}]}"), ""))
                .containsExactly("parts[].b");
    }

    private Stream<DynamicTest> forEach(Function<EventDescriptor, Executable> test) {
        return EventCatalogue.all().stream().map(event -> DynamicTest.dynamicTest(event.type(), test.apply(event)));
    }

    private static List<String> missing(Class<?> record, JsonNode json, String at) {
        var missing = new ArrayList<String>();
        for (var component : record.getRecordComponents()) {
            var name = at + component.getName();
            var value = json.path(component.getName());
            if (value.isMissingNode() || value.isNull()) {
                missing.add(name);
            } else if (component.getType().isRecord()) {
                missing.addAll(missing(component.getType(), value, name + "."));
            } else if (element(component.getGenericType()) instanceof Class<?> element && element.isRecord()) {
                value.forEach(each -> missing.addAll(missing(element, each, name + "[].")));
            }
        }
        return missing;
    }

    private static @Nullable Type element(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : null;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static byte[] bytes(EventDescriptor event) throws IOException {
        return Files.readAllBytes(ContractFiles.GOLDEN.resolve(event.type() + ".json"));
    }

    record Lossy(String id) implements PublishedEvent {}

    record Nested(List<Part> parts) implements PublishedEvent {}

    record Part(String a, String b) {}
}
