package dev.keshi.contracts.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contracts that subscribers may rely on, one file per type, without words for people. The folder only grows: a new type adds a file, an optional field adds lines to one.
 * What stands on the main branch counts as released.
 */
public final class ReleasedContracts {

    /** Seen from the module. */
    public static final Path FOLDER = Path.of("released");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Ledger ledger;

    public ReleasedContracts(Path folder) {
        this.folder = folder;
        this.ledger = new Ledger(folder.resolve("ledger.txt"));
    }

    public @Nullable ObjectNode find(String type) {
        var file = file(type);
        return Files.exists(file) ? (ObjectNode) JSON.readTree(file) : null;
    }

    /** What became of every contract, released or built; types without a difference are left out. */
    public Map<String, List<Finding>> compareWith(Map<String, ObjectNode> built) {
        var types = new TreeSet<>(types());
        types.addAll(built.keySet());
        var findings = new TreeMap<String, List<Finding>>();
        for (var type : types) {
            var differences = SchemaComparison.between(find(type), built.get(type));
            if (!differences.isEmpty()) {
                findings.put(type, differences);
            }
        }
        return findings;
    }

    /**
     * The schema with {@code x-since} on the type and on fields that came later: what was released keeps its own, what is new came with this release.
     */
    public ObjectNode stamped(String type, ObjectNode built, String release) {
        var stamped = built.deepCopy();
        var released = find(type);
        stamped.put(
                Keywords.SINCE,
                released == null ? release : released.path(Keywords.SINCE).asString(release));
        if (released != null) {
            stampFields(stamped, released, stamped.get(Keywords.SINCE).asString(), release);
        }
        return stamped;
    }

    /** What was taken back of what was released, whether or not the build would still fit what is left; one sentence each. */
    public List<String> takenBack() {
        var sentences = new ArrayList<>(ledger.faults(all()));
        sentences.addAll(ledger.takenOut(ledger.everAdded()));
        ledger.unwritten(all())
                .forEach(type -> sentences.add(type + " was released past the list of what was released"));
        return sentences;
    }

    /** @throws IllegalStateException for a breaking change, or when something was taken back; nothing is written then */
    public void record(Map<String, ObjectNode> built) throws IOException {
        var wrong = new ArrayList<>(takenBack());
        wrong.addAll(sentences(compareWith(built)));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("\n", wrong));
        }
        Files.createDirectories(folder);
        for (var each : built.entrySet()) {
            Files.writeString(file(each.getKey()), text(rules(each.getValue())));
        }
        ledger.add(all());
    }

    private Map<String, JsonNode> all() {
        var all = new TreeMap<String, JsonNode>();
        types().forEach(type -> all.put(type, Objects.requireNonNull(find(type))));
        return all;
    }

    /** What was added and not recorded yet, one sentence each. */
    public List<String> unrecorded(Map<String, ObjectNode> built) {
        return compareWith(built).entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .filter(finding -> !finding.breaks() && finding.change() != Change.WORDS_CHANGED)
                        .map(finding -> each.getKey() + ": " + finding.sentence()))
                .toList();
    }

    /** What is promised: without words for people, which may change any time. */
    private static JsonNode rules(JsonNode schema) {
        return Keywords.without(schema, keyword -> Keywords.isForPeople(keyword) && !keyword.equals(Keywords.SINCE));
    }

    /** One sentence for each breaking difference. */
    public static List<String> sentences(Map<String, List<Finding>> findings) {
        return findings.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .filter(Finding::breaks)
                        .map(finding -> "%s breaks its subscribers: %s (%s at %s). Undo it, or publish %s beside it."
                                .formatted(
                                        each.getKey(),
                                        finding.sentence(),
                                        finding.change(),
                                        finding.at().isEmpty() ? "the root" : finding.at(),
                                        nextVersion(each.getKey()))))
                .toList();
    }

    public static String text(JsonNode schema) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private static String nextVersion(String type) {
        var dot = type.lastIndexOf(".v");
        return type.substring(0, dot + 2) + (Integer.parseInt(type.substring(dot + 2)) + 1);
    }

    Set<String> types() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            var types = new TreeSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .forEach(name -> types.add(name.substring(0, name.length() - ".json".length())));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String type) {
        return folder.resolve(type + ".json");
    }

    /** A field that came with its type has no note of its own. */
    private static void stampFields(ObjectNode built, JsonNode released, String since, String release) {
        for (var field : built.path("properties").properties()) {
            var known = released.path("properties").path(field.getKey());
            var schema = (ObjectNode) field.getValue();
            var came =
                    known.isMissingNode() ? release : known.path(Keywords.SINCE).asString(since);
            if (!came.equals(since)) {
                schema.put(Keywords.SINCE, came);
            }
            if (!known.isMissingNode()) {
                stampFields(schema, known, since, release);
            }
        }
        if (built.path("items") instanceof ObjectNode items) {
            stampFields(items, released.path("items"), since, release);
        }
    }
}
