package dev.keshi.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.contracts.ContractFiles;
import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.envelope.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document as the official parser reads it. */
class AsyncApiTest {

    private static final ObjectNode document = new ContractFiles().asyncApi();

    private static JsonNode read;

    @TempDir
    static Path folder;

    @BeforeAll
    static void readIt() throws IOException, InterruptedException {
        read = new OfficialParser().read(file(document));
    }

    @Test
    void theOfficialParserAcceptsItWithoutAnErrorOrAWarning() {
        assertThat(read.path("accepted").booleanValue())
                .as(read.path("diagnostics").toString())
                .isTrue();
        // That 3.1 exists is no fault of a 3.0 document.
        assertThat(read.path("diagnostics")
                        .valueStream()
                        .filter(each -> !each.path("code").asString().equals("asyncapi-latest-version")))
                .isEmpty();
    }

    @Test
    void everyMessageHasAllHeadersAnExampleThatFitsAndTellsWhichRecordsAreTheSameEvent() {
        assertThat(read.path("messages")
                        .valueStream()
                        .map(message -> message.path("name").asString()))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.all().stream()
                        .filter(EventDescriptor::isForSubscribers)
                        .map(EventDescriptor::type)
                        .toList());
        assertThat(read.path("messages")).allSatisfy(message -> {
            assertThat(message.path("headers").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Header.values()).map(Header::text).toList());
            assertThat(message.path("correlation").asString()).isEqualTo("$message.header#/ce_id");
            assertThat(message.path("examples").asInt()).isEqualTo(1);
            assertThat(message.path("violations")).isEmpty();
        });
    }

    @Test
    void everyTopicIsPublishedAndCanBeReceivedFromBothServers() {
        assertThat(read.path("operations")
                        .valueStream()
                        .map(each -> each.path("action").asString() + " "
                                + each.path("id").asString()))
                .contains("send publish-keshi.org.v1", "receive receive-keshi.org.v1")
                .hasSize(2 * topics().size());
        assertThat(read.path("servers")
                        .valueStream()
                        .map(each -> each.path("protocol").asString() + " "
                                + each.path("security").asInt()))
                .containsExactly("kafka 0", "kafka-secure 1");
        assertThat(document.path("channels").propertyNames()).containsExactlyInAnyOrderElementsOf(topics());
    }

    @Test
    void theWrappedKeysOfPeopleAreNobodysBusiness() {
        assertThat(document.toString()).doesNotContain("person-key-issued").doesNotContain("keshi.org.person-keys.v1");
    }

    @Test
    void aDocumentThatIsWrongIsNotAccepted() throws Exception {
        var without = changed(each -> each.remove("channels"));
        assertThat(new OfficialParser().read(without).path("accepted").booleanValue())
                .isFalse();

        var nowhere = changed(each -> ((ObjectNode) each.at("/components/messages/keshi.org.person-hired.v1/payload"))
                .put("$ref", "#/components/schemas/none"));
        assertThat(new OfficialParser().read(nowhere).path("diagnostics").toString())
                .contains("\"severity\":\"error\"");
    }

    @Test
    void anExampleThatDoesNotFitItsSchemaIsFound() throws Exception {
        var wrong = changed(each -> {
            var example = each.at("/components/messages/keshi.org.person-hired.v1/examples/0");
            ((ObjectNode) example.path("payload")).put("hiredOn", "5.7.2021");
            ((ObjectNode) example.path("headers")).remove("ce_id");
        });

        assertThat(new OfficialParser()
                        .read(wrong)
                        .path("messages")
                        .valueStream()
                        .flatMap(message -> message.path("violations").valueStream())
                        .map(JsonNode::asString))
                .contains("payload/hiredOn must match format \"date\"", "headers must have required property 'ce_id'");
    }

    @Test
    void theLockFileNamesNoAddressToDownloadFrom() throws IOException {
        assertThat(Path.of("src/test/asyncapi/package-lock.json"))
                .content()
                .contains("\"integrity\"")
                .doesNotContain("\"resolved\"");
    }

    @Test
    void aMissingNodeIsSaidInOneSentence() {
        assertThatThrownBy(() -> new OfficialParser("no-such-node", "npm", folder).read(file(document)))
                .hasMessage(
                        "The AsyncAPI document is checked by the official parser, which needs Node.js 20.19 or newer and npm: "
                                + "no-such-node is not on the PATH. Install it and build again.");
        assertThatThrownBy(() -> new OfficialParser("node", "no-such-npm", folder).read(file(document)))
                .hasMessageContaining("no-such-npm is not on the PATH");
    }

    @Test
    void anUnreachableRegistryIsSaidInOneSentenceAndLeavesNothingBehind() throws Exception {
        var cache = Files.createDirectories(folder.resolve("cache"));
        var npm = Files.writeString(
                folder.resolve("npm"),
                "#!/bin/sh\n[ \"$1\" = --version ] && echo 10 && exit\necho 'registry is away' >&2; exit 1\n");
        assertThat(npm.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> new OfficialParser("node", npm.toString(), cache).read(file(document)))
                .hasMessageStartingWith("npm could not fetch the official AsyncAPI parser")
                .hasMessageEndingWith("registry is away");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void ofTwoBuildsThatFetchTheParserAtOnceTheFirstStays() throws IOException {
        var there = Files.createDirectories(folder.resolve("there/node_modules"));
        var late = Files.createDirectories(folder.resolve("late/node_modules"));

        OfficialParser.moveUnlessThere(late.getParent(), there.getParent());

        assertThat(there).exists();
        assertThat(late).exists();
    }

    private static List<String> topics() {
        return EventCatalogue.all().stream()
                .filter(EventDescriptor::isForSubscribers)
                .map(EventDescriptor::topic)
                .distinct()
                .toList();
    }

    private static Path changed(Consumer<ObjectNode> change) throws IOException {
        var changed = document.deepCopy();
        change.accept(changed);
        return file(changed);
    }

    private static Path file(ObjectNode content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "asyncapi", ".json"), content.toString());
    }
}
