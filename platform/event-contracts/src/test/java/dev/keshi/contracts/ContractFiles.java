package dev.keshi.contracts;

import dev.keshi.contracts.asyncapi.AsyncApi;
import dev.keshi.contracts.compatibility.ReleasedContracts;
import dev.keshi.contracts.pages.EventPages;
import dev.keshi.contracts.schema.EventSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is made from the records and committed: what was released, the schemas and the AsyncAPI document that the gateway serves, and the
 * pages for people.
 */
public final class ContractFiles {

    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path GOLDEN = Path.of("src/main/resources/golden");
    static final Path ASYNC_API = Path.of("src/main/resources/asyncapi.json");
    static final Path PAGES = Path.of("../../docs/events");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReleasedContracts released = new ReleasedContracts(ReleasedContracts.FOLDER);
    private final EventSchemas schemas = new EventSchemas();
    private final String release;

    public ContractFiles() {
        // 0.2.0 while 0.2.0-SNAPSHOT is built: what types and fields that are new came with.
        release = System.getProperty("keshi.version", "0").replace("-SNAPSHOT", "");
    }

    /** The schemas of the build by type. */
    Map<String, ObjectNode> schemas() {
        var all = new LinkedHashMap<String, ObjectNode>();
        EventCatalogue.all().forEach(event -> all.put(event.type(), schema(event)));
        return all;
    }

    ReleasedContracts released() {
        return released;
    }

    public ObjectNode asyncApi() {
        return new AsyncApi(EventCatalogue.all(), this::schema, ContractFiles::golden).document();
    }

    /** Pages for people by file name. */
    public Map<String, String> pages() {
        return new EventPages(EventCatalogue.all(), this::schema, ContractFiles::golden).all();
    }

    /** Where each generated file lies and what must stand in it. */
    Map<Path, String> generated() {
        var files = new LinkedHashMap<Path, String>();
        schemas().forEach((type, schema) -> files.put(SCHEMAS.resolve(type + ".json"), ReleasedContracts.text(schema)));
        files.put(ASYNC_API, ReleasedContracts.text(asyncApi()));
        pages().forEach((name, text) -> files.put(PAGES.resolve(name), text));
        return files;
    }

    /** @throws IllegalStateException for a breaking change; nothing is written then */
    void write() throws IOException {
        released.record(schemas());
        for (var file : generated().entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    static JsonNode golden(EventDescriptor event) {
        return JSON.readTree(GOLDEN.resolve(event.type() + ".json"));
    }

    private ObjectNode schema(EventDescriptor event) {
        return released.stamped(event.type(), schemas.of(event), release);
    }
}
