package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The archive that MongoDB's makers publish. Where their server cannot be reached, this costs at most two seconds. */
record ArchivedMongod(MongodCache cache, Optional<MongodRelease> release, URI server) implements MongodSource {

    static final URI OFFICIAL = URI.create("https://fastdl.mongodb.org/");

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public Optional<Path> find(Progress progress, Consumer<String> reasons) {
        if (release.isEmpty()) {
            reasons.accept("no official archive for this platform");
            return Optional.empty();
        }
        try {
            Optional<Path> program =
                    cache.keep(MongodRelease.VERSION, folder -> fetch(release.get(), folder, progress));
            if (program.isEmpty()) {
                reasons.accept("the official archive does not run on this machine");
            }
            return program;
        } catch (IOException e) {
            reasons.accept("the official archive cannot be had: " + reasonOf(e));
            return Optional.empty();
        }
    }

    private Path fetch(MongodRelease wanted, Path folder, Progress progress) throws IOException {
        Path archive = folder.resolve("archive.tgz");
        try (InputStream body = open(server.resolve(wanted.path()))) {
            progress.say("Downloading MongoDB " + MongodRelease.VERSION + " from " + server.getHost());
            Files.copy(body, archive);
        }
        wanted.checksum().require(archive);
        try (var tar = new TarEntries(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
            return tar.extract("/bin/mongod", folder.resolve("mongod"));
        }
    }

    @SuppressWarnings("resource") // closing the client would wait for the body, which the caller is about to read
    private static InputStream open(URI address) throws IOException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String reasonOf(IOException e) {
        return e.getMessage() == null ? "no connection" : e.getMessage();
    }
}
