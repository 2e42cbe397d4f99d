package dev.keshi.infrastructure.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that keeps everything local processes leave behind: data, logs, run files and secrets. Nobody else may look inside. */
public record StateFolder(Path root) {

    private static final long LEAST_FREE_BYTES = 500L << 20;

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path data(String name) {
        return made("data").resolve(name);
    }

    public Path log(String name) {
        return made("logs").resolve(name + ".log");
    }

    public Path run(String name) {
        return made("run").resolve(name);
    }

    public Secrets secrets() {
        return new Secrets(made("secrets"));
    }

    /** Refuses to start a server on a disk that will be full in a minute. */
    public void requireSpace() {
        try {
            requireSpace(Files.getFileStore(made("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireSpace(FileStore disk) throws IOException {
        long free = disk.getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new LocalFailure(
                    "The disk that holds %s has %d MB left and at least %d MB are needed: free some space."
                            .formatted(root, free >> 20, LEAST_FREE_BYTES >> 20));
        }
    }

    private Path made(String name) {
        Path folder = root.resolve(name);
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, owner);
        } catch (IOException e) {
            throw new LocalFailure(
                    "The folder %s cannot be made (%s): check its owner and the disk.".formatted(folder, e), e);
        }
    }
}
