package dev.keshi.launcher;

import com.sun.management.OperatingSystemMXBean;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.launcher.platform.Checkout;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.PortBase;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What this machine has and lacks for Keshi, each lack with its fix. It looks only: nothing is fetched or started. */
record Doctor(Checkout checkout, Terminal terminal) implements Verb {

    private static final long WANTED_MEMORY_MEGABYTES = 3000;

    @Override
    public int run(List<String> typed) {
        var arguments = Arguments.parse(typed, Set.of(), Set.of("--port-base"));
        arguments.requireNoWords();
        var platform = Platform.of(checkout, arguments.value("--port-base").map(PortBase::of));
        boolean well = true;
        well &= check(
                "Java", () -> System.getProperty("java.vendor.version") + " in " + System.getProperty("java.home"));
        well &= check("Maven", () -> tool("mvn", "install Maven 3.8.7 or newer"));
        well &= check("processors and memory", Doctor::size);
        well &= check("disk", () -> disk(platform));
        well &= check("mongod", platform::mongodbOrigin);
        well &= check("Kafka broker", platform::kafkaOrigin);
        well &= check("ports", () -> ports(platform));
        well &= check("services built", () -> services(platform));
        check("container engine", Doctor::engine);
        check(
                "Node.js, for the tests",
                () -> tool("npm", "./keshi test needs Node.js 20.19 or newer, nothing else does"));
        return well ? DONE : FAILED;
    }

    private boolean check(String what, Supplier<String> look) {
        try {
            terminal.done(what, look.get());
            return true;
        } catch (LocalFailure lack) {
            terminal.failed(what, String.valueOf(lack.getMessage()));
            return false;
        }
    }

    private static String tool(String name, String fix) {
        return onPath(name)
                .map(Path::toString)
                .orElseThrow(() -> new LocalFailure("%s is not on the PATH: %s.".formatted(name, fix)));
    }

    private static Optional<Path> onPath(String name) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String size() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long megabytes = machine.getTotalMemorySize() >> 20;
        if (megabytes < WANTED_MEMORY_MEGABYTES) {
            throw new LocalFailure(
                    "This machine has %d MB of memory and %d MB are wanted: start fewer services with --only."
                            .formatted(megabytes, WANTED_MEMORY_MEGABYTES));
        }
        return "%d processors, %d MB".formatted(Runtime.getRuntime().availableProcessors(), megabytes);
    }

    private static String disk(Platform platform) {
        platform.state().requireSpace();
        try {
            return "%d MB free"
                    .formatted(Files.getFileStore(platform.state().root()).getUsableSpace() >> 20);
        } catch (IOException e) {
            throw new LocalFailure(
                    "The disk of %s cannot be asked (%s): check its owner."
                            .formatted(platform.state().root(), e),
                    e);
        }
    }

    private static String ports(Platform platform) {
        String range = "from %d".formatted(platform.ports().number());
        if (platform.somethingRuns()) {
            return range + ", used by Keshi itself";
        }
        platform.wantedPorts().stream()
                .filter(Port::isTaken)
                .findFirst()
                .ifPresent(taken -> taken.requireFree("Keshi"));
        return range + ", all free";
    }

    private static String services(Platform platform) {
        if (platform.services().isEmpty()) {
            throw new LocalFailure("Nothing is built: run ./keshi up.");
        }
        return Up.names(platform.services());
    }

    private static String engine() {
        return onPath("docker")
                .or(() -> onPath("podman"))
                .map(path -> path + " (tests use it for MongoDB and Kafka when it answers)")
                .orElse("none; tests use local processes instead");
    }
}
