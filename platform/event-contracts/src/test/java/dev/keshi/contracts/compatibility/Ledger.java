package dev.keshi.contracts.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was ever released, one line each: type and SHA-256 of its file, as often as the file grew, or {@code TYPE withdrawn REASON}. Lines are
 * only added. The files themselves cannot show that one of them is gone, or was edited by hand, because the build would look at what is left;
 * this list shows it, and the history of the list shows that nothing was taken out of it.
 */
final class Ledger {

    private static final String WITHDRAWN = "withdrawn";
    private static final String HEAD = """
            # What was released: type and SHA-256 of its contract. Written with the contracts; lines are only ever added.
            # A type that was never published to anybody is given up by a line of its own: TYPE withdrawn REASON
            """;

    private final Path file;

    /** @param file need not be there yet */
    Ledger(Path file) {
        this.file = file;
    }

    /** One sentence for everything that was taken back, in the order of the list. */
    List<String> faults(Map<String, JsonNode> released) {
        var faults = new ArrayList<String>();
        for (var entry : newest().entrySet()) {
            var fault = fault(entry.getKey(), entry.getValue(), released.get(entry.getKey()));
            if (fault != null) {
                faults.add(entry.getKey() + " " + fault);
            }
        }
        return faults;
    }

    private static @Nullable String fault(String type, String entry, @Nullable JsonNode contract) {
        if (entry.startsWith(WITHDRAWN)) {
            return contract == null ? null : "was withdrawn and is there again";
        }
        if (contract == null) {
            return "was released, and its contract is gone. Bring " + type + ".json back, and the record";
        }
        return hash(contract).equals(entry) ? null : "was changed by hand. Bring " + type + ".json back as it was";
    }

    /** Released and not written down yet. */
    List<String> unwritten(Map<String, JsonNode> released) {
        var known = newest().keySet();
        return released.keySet().stream().filter(type -> !known.contains(type)).toList();
    }

    /** One sentence for each line that stood here once and does not any more. */
    List<String> takenOut(Set<String> everAdded) {
        var now = new LinkedHashSet<>(lines());
        return everAdded.stream()
                .filter(line -> !now.contains(line))
                .map(line -> "The line \"" + line + "\" was taken out of " + file.getFileName() + ". Bring it back")
                .toList();
    }

    void add(Map<String, JsonNode> released) throws IOException {
        var newest = newest();
        var more = new StringBuilder(Files.exists(file) ? "" : HEAD);
        released.forEach((type, contract) -> {
            if (!hash(contract).equals(newest.get(type))) {
                more.append(type).append(' ').append(hash(contract)).append('\n');
            }
        });
        Files.writeString(file, more, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What the last line of each type says behind it. */
    private Map<String, String> newest() {
        var newest = new LinkedHashMap<String, String>();
        lines().forEach(line -> newest.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        return newest;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? entries(Files.readString(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> entries(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && line.contains(" "))
                .toList();
    }

    /**
     * Every line that any commit before this one has added, whatever became of it since. Empty where there is no history to ask: sources
     * without a repository, or a machine without git; then the list alone is what counts.
     */
    Set<String> everAdded() {
        var folder = file.toAbsolutePath().getParent();
        var command = new ProcessBuilder(
                "git",
                "log",
                "--format=",
                "--patch",
                "--no-color",
                "--no-ext-diff",
                "--",
                file.getFileName().toString());
        try {
            var git = command.directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var log = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? added(log) : Set.of();
        } catch (IOException noGit) {
            return Set.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static Set<String> added(String log) {
        var added = new StringBuilder();
        log.lines()
                .filter(line -> line.startsWith("+") && !line.startsWith("+++"))
                .forEach(line -> added.append(line.substring(1)).append('\n'));
        return new LinkedHashSet<>(entries(added.toString()));
    }

    /** Of what it says, not of how it is indented. */
    private static String hash(JsonNode contract) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(ReleasedContracts.text(contract).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
