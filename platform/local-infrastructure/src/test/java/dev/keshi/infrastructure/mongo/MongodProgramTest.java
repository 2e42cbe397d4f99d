package dev.keshi.infrastructure.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodProgramTest {

    private static final String PROGRAM = "#!/bin/sh\necho db version v%s\n";

    @TempDir
    Path folder;

    private final List<String> reasons = new ArrayList<>();

    @Test
    void theFirstSourceThatHasOneIsTaken() {
        MongodSource none = (progress, why) -> Optional.empty();
        MongodSource some = (progress, why) -> Optional.of(Path.of("some"));
        MongodSource never = (progress, why) -> {
            throw new AssertionError("asked although found");
        };

        assertThat(new MongodProgram(List.of(none, some, never), Progress.silent()).find())
                .isEqualTo(Path.of("some"));
    }

    @Test
    void whenNobodyHasOneTheSentenceSaysWhyAndWhatToInstall() {
        MongodSource none = (progress, why) -> {
            why.accept("none here");
            return Optional.empty();
        };

        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> new MongodProgram(List.of(none), Progress.silent()).find())
                .withMessage(
                        "No MongoDB server can be had (none here): install mongod 6.0 or newer, or name a running one with MONGODB_URI.");
    }

    @Test
    void anInstalledOneMustRunAndBeNewEnough() throws Exception {
        Path old = program("old", "4.4.29");
        Path good = program("good", "8.0.1");

        assertThat(new InstalledMongod(old.getParent().toString()).find(Progress.silent(), reasons::add))
                .isEmpty();
        assertThat(reasons).singleElement().asString().contains("older than 6.0");
        assertThat(new InstalledMongod(good.getParent().toString()).find(Progress.silent(), reasons::add))
                .hasValue(good);
    }

    @Test
    void theArchiveIsUnpackedOnceAndFoundInTheCacheAfterwards() throws Exception {
        byte[] archive = archiveOf("mongodb-linux/bin/mongod", PROGRAM.formatted("8.0.11"));
        var cache = new MongodCache(folder.resolve("cache"));
        HttpServer server = serving(archive);
        try {
            Optional<Path> fetched = source(cache, server, sha256(archive)).find(Progress.silent(), reasons::add);

            assertThat(fetched).as("reasons %s", reasons).isPresent();
            assertThat(cache.find(Progress.silent(), reasons::add)).isEqualTo(fetched);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anArchiveWithAnotherChecksumIsRefusedAndNotKept() throws Exception {
        byte[] archive = archiveOf("mongodb-linux/bin/mongod", PROGRAM.formatted("8.0.11"));
        var cache = new MongodCache(folder.resolve("cache"));
        HttpServer server = serving(archive);
        try {
            assertThat(source(cache, server, "0".repeat(64)).find(Progress.silent(), reasons::add))
                    .isEmpty();

            assertThat(reasons).singleElement().asString().contains("SHA-256");
            assertThat(cache.find(Progress.silent(), reasons::add)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatDoesNotAnswerCostsAboutTwoSeconds() throws Exception {
        var cache = new MongodCache(folder.resolve("cache"));
        try (var silent = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var release = Optional.of(new MongodRelease("a.tgz", new Sha256("0".repeat(64))));
            var source = new ArchivedMongod(cache, release, URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            long start = System.nanoTime();

            assertThat(source.find(Progress.silent(), reasons::add)).isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    private static ArchivedMongod source(MongodCache cache, HttpServer server, String sha256) {
        return new ArchivedMongod(
                cache,
                Optional.of(new MongodRelease("archive.tgz", new Sha256(sha256))),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private Path program(String name, String version) throws IOException {
        Path program = Files.createDirectory(folder.resolve(name)).resolve("mongod");
        Files.writeString(program, PROGRAM.formatted(version));
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static HttpServer serving(byte[] body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/archive.tgz", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return server;
    }

    private static byte[] archiveOf(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(entry("mongodb-linux/README", "read me\n".repeat(100)));
            out.write(entry(name, content));
            out.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static byte[] entry(String name, String content) {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        byte[] entry = new byte[512 + (body.length + 511) / 512 * 512];
        byte[] path = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(path, 0, entry, 0, path.length);
        byte[] size = "%011o".formatted(body.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, entry, 124, size.length);
        System.arraycopy(body, 0, entry, 512, body.length);
        return entry;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
