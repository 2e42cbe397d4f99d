package dev.keshi.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.schema.EventSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The build against what was released. A breaking change is said within a minute, or it is not said in time. */
@Timeout(60)
class ContractCompatibilityTest {

    private static final Set<Change> MAY_COME = Set.of(Change.OPTIONAL_FIELD_ADDED, Change.KNOWN_VALUE_ADDED);

    private final JsonMapper json = JsonMapper.builder().build();
    private final ReleasedContracts released = new ReleasedContracts(ReleasedContracts.FOLDER);

    @Test
    void noReleasedContractIsBroken() {
        var breaking = ReleasedContracts.sentences(released.compareWith(built()));

        if (!breaking.isEmpty()) {
            fail("Within v1 a contract only gains optional fields (docs/adr/0008-compatibility-of-events.md).\n"
                    + String.join("\n", breaking));
        }
    }

    /** A contract, its record and its file, deleted in one commit, leave nothing behind that would not fit: the list does. */
    @Test
    void nothingThatWasReleasedIsTakenBack() {
        var takenBack = released.takenBack();

        if (!takenBack.isEmpty()) {
            fail("What was released stays (docs/adr/0008-compatibility-of-events.md).\n"
                    + String.join("\n", takenBack));
        }
    }

    @Test
    void aContractThatIsGoneOrWasEditedIsFoundAndNothingIsRecordedOverIt(@TempDir Path folder) throws IOException {
        var contracts = new ReleasedContracts(folder);
        var kept = schema("{'type': 'object', 'properties': {'id': {'type': 'string'}}}");
        contracts.record(Map.of("keshi.a.b.v1", kept, "keshi.a.c.v1", kept));
        assertThat(contracts.takenBack()).isEmpty();

        Files.delete(folder.resolve("keshi.a.b.v1.json"));
        Files.writeString(folder.resolve("keshi.a.c.v1.json"), "{\"type\": \"object\"}");

        assertThat(contracts.takenBack())
                .containsExactlyInAnyOrder(
                        "keshi.a.b.v1 was released, and its contract is gone. Bring keshi.a.b.v1.json back, and the record",
                        "keshi.a.c.v1 was changed by hand. Bring keshi.a.c.v1.json back as it was");
        assertThatThrownBy(() -> contracts.record(Map.of("keshi.a.c.v1", schema("{'type': 'object'}"))))
                .hasMessageContaining("was changed by hand");
    }

    @Test
    void howAContractIsIndentedIsNoChange(@TempDir Path folder) throws IOException {
        var contracts = new ReleasedContracts(folder);
        contracts.record(Map.of("keshi.a.b.v1", schema("{'type': 'object'}")));
        Files.writeString(folder.resolve("keshi.a.b.v1.json"), "{\r\n\"type\":\"object\"}");

        assertThat(contracts.takenBack()).isEmpty();
    }

    @Test
    void aTypeThatNobodyEverGotIsGivenUpByALineOfItsOwn(@TempDir Path folder) throws IOException {
        var contracts = new ReleasedContracts(folder);
        contracts.record(Map.of("keshi.a.b.v1", schema("{'type': 'object'}")));
        Files.delete(folder.resolve("keshi.a.b.v1.json"));
        Files.writeString(
                folder.resolve("ledger.txt"),
                "keshi.a.b.v1 withdrawn was never published\n",
                StandardOpenOption.APPEND);

        assertThat(contracts.takenBack()).isEmpty();
    }

    @Test
    void aLineThatWasTakenOutOfTheListIsFoundInItsHistory(@TempDir Path folder) throws IOException {
        var file = folder.resolve("ledger.txt");
        Files.writeString(file, "keshi.a.c.v1 2222\n");
        var history = Ledger.added("""
                diff --git a/ledger.txt b/ledger.txt
                --- a/ledger.txt
                +++ b/ledger.txt
                @@ -1,2 +1,1 @@
                -keshi.a.b.v1 1111
                 keshi.a.c.v1 2222
                diff --git a/ledger.txt b/ledger.txt
                +++ b/ledger.txt
                @@ -0,0 +1,3 @@
                +# what was released
                +keshi.a.b.v1 1111
                +keshi.a.c.v1 2222
                """);

        assertThat(new Ledger(file).takenOut(history))
                .containsExactly("The line \"keshi.a.b.v1 1111\" was taken out of ledger.txt. Bring it back");
    }

    /** Whatever is taken out of a released contract, be it one word, is found; and so is whatever comes in again. */
    @TestFactory
    Stream<DynamicTest> everythingTakenOutOfAContractIsFound() {
        return kept().keySet().stream()
                .map(type -> DynamicTest.dynamicTest(type, () -> {
                    var contract = released.find(type);
                    var places = new ArrayList<String>();
                    collect(contract, "", places);
                    assertThat(places).hasSizeGreaterThan(10);
                    for (var place : places) {
                        var less = without(contract, place);
                        assertThat(SchemaComparison.between(contract, less))
                                .as("without %s", place)
                                .anyMatch(Finding::breaks);
                        assertThat(SchemaComparison.between(less, contract))
                                .as("with %s again", place)
                                .isNotEmpty()
                                .allMatch(finding -> finding.breaks() || MAY_COME.contains(finding.change()));
                    }
                }));
    }

    @Test
    void theBuildSaysInOneSentenceWhatBreaksWhereAndWhatToDo() {
        var broken = kept();
        broken.compute("keshi.org.person-hired.v1", (type, schema) -> without(schema, "/properties/departmentId"));

        assertThat(ReleasedContracts.sentences(released.compareWith(broken)))
                .contains(
                        "keshi.org.person-hired.v1 breaks its subscribers: the field departmentId was removed"
                                + " (FIELD_REMOVED at /properties/departmentId). Undo it, or publish keshi.org.person-hired.v2 beside it.");
    }

    @Test
    void aTypeThatIsGoneIsFound() {
        var fewer = kept();
        fewer.remove("keshi.workflow.task-decided.v1");

        assertThat(ReleasedContracts.sentences(released.compareWith(fewer)))
                .singleElement()
                .asString()
                .startsWith("keshi.workflow.task-decided.v1 breaks its subscribers: the type is gone");
    }

    @Test
    void whatIsNewIsRecordedWithTheReleaseItCameWith(@TempDir Path folder) throws IOException {
        var contracts = new ReleasedContracts(folder);
        var first = schema("{'type': 'object', 'properties': {'id': {'type': 'string'}}, 'description': 'words'}");
        contracts.record(Map.of("keshi.a.b.v1", contracts.stamped("keshi.a.b.v1", first, "0.1.0")));
        var second = schema(
                "{'type': 'object', 'properties': {'id': {'type': 'string'}, 'name': {'type': 'string'}}, 'description': 'others'}");
        assertThat(contracts.unrecorded(Map.of("keshi.a.b.v1", second)))
                .containsExactly("keshi.a.b.v1: the field name was added and may be absent");
        contracts.record(Map.of("keshi.a.b.v1", contracts.stamped("keshi.a.b.v1", second, "0.2.0")));

        assertThat(contracts.find("keshi.a.b.v1"))
                .isEqualTo(
                        schema(
                                "{'type': 'object', 'properties': {'id': {'type': 'string'}, 'name': {'type': 'string', 'x-since': '0.2.0'}}, 'x-since': '0.1.0'}"));
        assertThat(contracts.unrecorded(Map.of("keshi.a.b.v1", second))).isEmpty();
    }

    @Test
    void whatBreaksIsNotRecorded(@TempDir Path folder) throws IOException {
        var contracts = new ReleasedContracts(folder);
        contracts.record(Map.of(
                "keshi.a.b.v1", schema("{'type': 'object', 'properties': {'id': {'type': 'string'}}}"),
                "keshi.a.c.v1", schema("{'type': 'object', 'properties': {'id': {'type': 'string'}}}")));
        var before = Files.readString(folder.resolve("keshi.a.c.v1.json"));

        assertThatThrownBy(() -> contracts.record(Map.of(
                        "keshi.a.b.v1", schema("{'type': 'object', 'properties': {'id': {'type': 'integer'}}}"),
                        "keshi.a.c.v1",
                                schema("{'type': 'object', 'properties': {'id': {'type': 'string'}, 'x': {}}}"))))
                .hasMessageContaining("the type of the field id changed from string to integer");
        assertThat(Files.readString(folder.resolve("keshi.a.c.v1.json"))).isEqualTo(before);
    }

    private static Map<String, ObjectNode> built() {
        var schemas = new EventSchemas();
        var built = new LinkedHashMap<String, ObjectNode>();
        EventCatalogue.all().forEach(event -> built.put(event.type(), schemas.of(event)));
        return built;
    }

    /** A build that keeps every promise. */
    private Map<String, ObjectNode> kept() {
        var kept = new LinkedHashMap<String, ObjectNode>();
        released.types().forEach(type -> kept.put(type, released.find(type)));
        return kept;
    }

    /** Places of all rules; words are not there, and the note on since when is no rule. */
    private static void collect(JsonNode node, String at, List<String> places) {
        if (!at.isEmpty() && !at.endsWith("/" + Keywords.SINCE) && !at.endsWith("/properties")) {
            places.add(at);
        }
        if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                collect(list.get(i), at + "/" + i, places);
            }
        }
        node.properties().forEach(each -> collect(each.getValue(), at + "/" + each.getKey(), places));
    }

    private static ObjectNode without(ObjectNode schema, String place) {
        var copy = schema.deepCopy();
        var slash = place.lastIndexOf('/');
        var last = place.substring(slash + 1);
        switch (copy.at(place.substring(0, slash))) {
            case ArrayNode list -> list.remove(Integer.parseInt(last));
            case ObjectNode object -> object.remove(last);
            default -> throw new IllegalArgumentException(place);
        }
        return copy;
    }

    private ObjectNode schema(String text) {
        return (ObjectNode) json.readTree(text.replace('\'', '"'));
    }
}
