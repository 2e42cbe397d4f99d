package dev.keshi.contracts.asyncapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code @asyncapi/parser}, run by the machine's Node.js. npm fetches it once, as Maven does with jars: it is kept in {@code ~/.cache/keshi} under the
 * checksum of its lock file, and later builds need no network.
 */
final class OfficialParser {

    private static final Path SOURCES = Path.of("src/test/asyncapi");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "check.mjs");
    private static final String NEEDED =
            "The AsyncAPI document is checked by the official parser, which needs Node.js 20.19 or newer and npm: ";

    private final String node;
    private final String npm;
    private final Path cache;

    OfficialParser() {
        this("node", "npm", Path.of(System.getProperty("user.home"), ".cache", "keshi"));
    }

    OfficialParser(String node, String npm, Path cache) {
        this.node = node;
        this.npm = npm;
        this.cache = cache;
    }

    /** What {@code check.mjs} says of the document. */
    JsonNode read(Path document) throws IOException, InterruptedException {
        requireNode();
        var folder = installed();
        var answer =
                run(folder, 120, node, "check.mjs", document.toAbsolutePath().toString());
        if (answer.status() != 0) {
            throw new IllegalStateException("The official AsyncAPI parser failed: " + answer.error());
        }
        return JsonMapper.builder().build().readTree(answer.output());
    }

    private void requireNode() throws IOException, InterruptedException {
        var version = version(node).strip().replaceFirst("^v", "").split("\\.");
        var major = Integer.parseInt(version[0]);
        if (major < 20 || (major == 20 && Integer.parseInt(version[1]) < 19)) {
            throw new IllegalStateException(NEEDED + node + " is version " + String.join(".", version) + ".");
        }
        version(npm);
    }

    private static String version(String program) throws IOException, InterruptedException {
        try {
            return run(Path.of("."), 60, program, "--version").output();
        } catch (IOException notThere) {
            throw new IllegalStateException(
                    NEEDED + program + " is not on the PATH. Install it and build again.", notThere);
        }
    }

    private Path installed() throws IOException, InterruptedException {
        var folder = cache.resolve("asyncapi-parser-" + checksum());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "asyncapi-parser-");
            try {
                fetchInto(fresh);
                moveUnlessThere(fresh, folder);
            } finally {
                delete(fresh);
            }
        }
        return folder;
    }

    private void fetchInto(Path fresh) throws IOException, InterruptedException {
        for (var file : FILES) {
            Files.copy(SOURCES.resolve(file), fresh.resolve(file));
        }
        var answer = run(fresh, 540, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        if (answer.status() != 0) {
            throw new IllegalStateException(
                    "npm could not fetch the official AsyncAPI parser, which the first build on a machine does: "
                            + answer.error().strip());
        }
    }

    /** Two builds may have fetched it at once; the first stays. */
    static void moveUnlessThere(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (!Files.isDirectory(folder)) {
                throw taken;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String checksum() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : FILES) {
                digest.update(Files.readAllBytes(SOURCES.resolve(file)));
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Answer run(Path folder, int seconds, String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("keshi-", ".out");
        var error = Files.createTempFile("keshi-", ".err");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(error.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " did not end within " + seconds + " s");
            }
            return new Answer(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(error, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(error);
        }
    }

    private record Answer(int status, String output, String error) {}
}
