package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes {@link Program}s of what Maven built: the jar is taken apart, and the service started once, without MongoDB and Kafka, up to the
 * point where it would serve, to record the classes that it loads. Done again only when the content of the jar has changed.
 */
final class ProgramPreparation {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Checkout checkout;
    private final StateFolder state;
    private final PortBase ports;
    private final boolean trains;

    ProgramPreparation(Checkout checkout, StateFolder state, PortBase ports, boolean trains) {
        this.checkout = checkout;
        this.state = state;
        this.ports = ports;
        this.trains = trains;
    }

    Program prepare(Service service, Progress progress) {
        Path jar = checkout.requireJar(service);
        Path programs = checkout.target(service).resolve("programs");
        Path folder = programs.resolve(JarFingerprint.of(jar));
        var program = new Program(folder, folder.resolve(jar.getFileName()));
        try {
            if (!Files.isDirectory(folder)) {
                takeApart(service, jar, folder);
                Folders.removeUnused(programs, folder);
            }
            if (trains && !program.isTrained()) {
                progress.say("Preparing the AOT cache of " + service.module());
                train(service, program, progress);
            }
            return program;
        } catch (IOException e) {
            throw new LocalFailure(
                    "%s cannot be prepared in %s (%s): check the disk and the owner."
                            .formatted(service.module(), programs, e),
                    e);
        }
    }

    private void takeApart(Service service, Path jar, Path folder) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.remove(draft);
        Files.createDirectories(draft.getParent());
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                draft.toString());
        if (run(service, command, Map.of()) != 0) {
            throw new LocalFailure(
                    "%s cannot be taken apart: see %s.".formatted(jar, state.log(service.module() + "-training")));
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A service without a cache starts two seconds later, so a training that fails is told and is no obstacle. */
    private void train(Service service, Program program, Progress progress) throws IOException {
        Path draft = program.folder().resolve("classes.aot.new");
        Files.deleteIfExists(draft);
        var flags = List.of("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh");
        int exit = run(
                service,
                JavaCommand.of(flags, program.jar()),
                new ServiceEnvironment(state, ports).forTraining(service));
        if (exit == 0 && Files.exists(draft)) {
            Files.move(draft, program.cache(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            progress.say("%s will start without an AOT cache: see %s"
                    .formatted(service.module(), state.log(service.module() + "-training")));
        }
    }

    private int run(Service service, List<String> command, Map<String, String> environment) throws IOException {
        Path log = state.log(service.module() + "-training");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                end(process);
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while preparing " + service.module(), e));
        }
    }

    /** With its children: the cache is written by one of them. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
