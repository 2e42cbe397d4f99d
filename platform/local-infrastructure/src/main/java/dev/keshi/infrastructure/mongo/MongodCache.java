package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder of programs that were fetched before: {@code mongod-<version>}. A program is in it whole and checked, or not at all. */
record MongodCache(Path folder) implements MongodSource {

    private static final String PREFIX = "mongod-";

    static MongodCache ofThisUser() {
        return new MongodCache(Path.of(System.getProperty("user.home"), ".cache", "keshi"));
    }

    @Override
    public Optional<Path> find(Progress progress, Consumer<String> reasons) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .filter(Files::isExecutable)
                    .filter(file -> MongodVersion.of(file).isPresent())
                    .findFirst();
        } catch (IOException unreadable) {
            reasons.accept("the cache %s cannot be read".formatted(folder));
            return Optional.empty();
        }
    }

    /** Fetches a program into the cache unless another process has just done so. */
    Optional<Path> keep(String version, Fetch fetch) throws IOException {
        Files.createDirectories(folder);
        Path lock = folder.resolve(".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            Path program = folder.resolve(PREFIX + version);
            if (!Files.isExecutable(program)) {
                Path draft = Files.createTempDirectory(folder, ".fetching-");
                try {
                    Path fetched = fetch.into(draft);
                    Files.setPosixFilePermissions(fetched, PosixFilePermissions.fromString("rwxr-xr-x"));
                    if (MongodVersion.of(fetched).isEmpty()) {
                        return Optional.empty();
                    }
                    Files.move(fetched, program, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    remove(draft);
                }
            }
            return held.isValid() ? Optional.of(program) : Optional.empty();
        }
    }

    interface Fetch {
        Path into(Path folder) throws IOException;
    }

    private static void remove(Path draft) {
        try (Stream<Path> files = Files.walk(draft)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be removed: %s.".formatted(draft, e.getMessage()), e);
        }
    }
}
