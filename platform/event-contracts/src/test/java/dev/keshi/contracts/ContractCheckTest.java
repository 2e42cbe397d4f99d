package dev.keshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.operations.EventRange;
import dev.keshi.contracts.operations.ReplayRequestedV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a consumer may rely on once an event has reached its handler. */
class ContractCheckTest {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TestFactory
    Stream<DynamicTest> aGoldenEventIsComplete() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(
                        event.type(),
                        () -> assertThat(faultOf(event, ContractFiles.golden(event)))
                                .isEmpty()));
    }

    /** What the schema calls required, however deep it lies; some records refuse to be made without it in the first place. */
    @TestFactory
    Stream<DynamicTest> whateverIsRequiredIsMissedWhereverItLies() {
        return EventCatalogue.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.type(), () -> {
                    var schema = mapper.readTree(ContractFiles.SCHEMAS.resolve(event.type() + ".json"));
                    var paths = new ArrayList<String>();
                    collect(schema, "", paths);
                    assertThat(paths).contains("/" + event.key());
                    for (var path : paths) {
                        var golden = ContractFiles.golden(event).deepCopy();
                        if (golden.at(path).isMissingNode()) {
                            assertThat(path).as("only a list may be empty").endsWith("/0");
                            continue;
                        }
                        remove(golden, path);
                        var name = path.substring(1).replace("/0", "[0]").replace('/', '.');
                        assertThat(refusalOf(event, golden))
                                .as(path)
                                .isIn("unreadable", "not a %s: %s is missing".formatted(event.type(), name));
                    }
                }));
    }

    @Test
    void aKeyThatIsMissingInARangeIsMissed() {
        var event = EventCatalogue.describe(ReplayRequestedV1.class);
        var golden = (ReplayRequestedV1) read(event, ContractFiles.golden(event));
        var ranges = List.of(new EventRange("d-1", 1, 2), new EventRange(null, 1, 2));
        var data = new ReplayRequestedV1(
                golden.requestId(),
                golden.topic(),
                golden.subscription(),
                golden.rebuildId(),
                golden.sources(),
                golden.aggregate(),
                golden.types(),
                ranges);

        assertThat(new ContractCheck(event).faultOf(data, golden.requestId()))
                .hasValue("not a " + event.type() + ": ranges[1].key is missing");
    }

    @Test
    void anotherKeyThanItsOwnIsFound() {
        var event = EventCatalogue.find("keshi.org.person-key-destroyed.v1").orElseThrow();
        var golden = read(event, ContractFiles.golden(event));

        assertThat(new ContractCheck(event).faultOf(golden, "somebody-else"))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("wrong key: personId is "));
    }

    private Optional<String> faultOf(EventDescriptor event, JsonNode json) {
        return new ContractCheck(event)
                .faultOf(
                        read(event, json),
                        ContractFiles.golden(event).get(event.key()).asString());
    }

    private String refusalOf(EventDescriptor event, JsonNode json) {
        try {
            return faultOf(event, json).orElse("accepted");
        } catch (JacksonException refused) {
            return "unreadable";
        }
    }

    private PublishedEvent read(EventDescriptor event, JsonNode json) {
        return mapper.treeToValue(json, event.record());
    }

    private static void collect(JsonNode schema, String at, List<String> paths) {
        for (var required : schema.path("required")) {
            paths.add(at + "/" + required.asString());
        }
        schema.path("properties").properties().forEach(field -> {
            collect(field.getValue(), at + "/" + field.getKey(), paths);
            if (field.getValue().path("items").isObject()) {
                paths.add(at + "/" + field.getKey() + "/0");
                collect(field.getValue().path("items"), at + "/" + field.getKey() + "/0", paths);
            }
        });
    }

    /** An element is replaced by null: a list that is shorter lacks nothing. */
    private static void remove(JsonNode json, String path) {
        var slash = path.lastIndexOf('/');
        var last = path.substring(slash + 1);
        switch (json.at(path.substring(0, slash))) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode list -> list.setNull(Integer.parseInt(last));
            default -> throw new IllegalArgumentException(path);
        }
    }
}
