package dev.keshi.contracts.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pair of schemas with what the checker must say of it. The folder that a file lies in is its label too.
 *
 * @param before null: the type was not released yet
 * @param after null: the type is gone
 * @param events events that show what the label claims: a breaking change lets through what was refused before, or the other way round
 */
record Fixture(
        String name,
        Label label,
        String about,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        List<Expected> findings,
        List<Event> events) {

    private static final Path FOLDER = Path.of("src/test/resources/compatibility");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Label {
        BREAKING,
        COMPATIBLE
    }

    record Expected(Change change, String at) {}

    record Event(JsonNode event, boolean fitsBefore, boolean fitsAfter) {}

    static List<Fixture> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture read(Path file) {
        var json = JSON.readTree(file);
        var folder = file.getParent().getFileName().toString();
        if (!json.path("label").asString().equals(folder)) {
            throw new IllegalStateException(file + " is labelled otherwise than its folder");
        }
        return new Fixture(
                folder + "/" + file.getFileName(),
                Label.valueOf(folder.toUpperCase(java.util.Locale.ROOT)),
                json.path("about").asString(),
                schema(json.path("before")),
                schema(json.path("after")),
                List.of(JSON.treeToValue(json.path("findings"), Expected[].class)),
                json.has("events") ? List.of(JSON.treeToValue(json.path("events"), Event[].class)) : List.of());
    }

    private static @Nullable JsonNode schema(JsonNode node) {
        return node.isNull() ? null : node;
    }
}
