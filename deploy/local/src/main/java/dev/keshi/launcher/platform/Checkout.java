package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A checkout of the sources, with what was built in it. */
public record Checkout(Path root) {

    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** Where everything local lies that is not built: data, logs, run files, secrets. */
    public StateFolder state() {
        return new StateFolder(root.resolve(".keshi"));
    }

    /** The services whose module is built, in the order in which they start. */
    public List<Service> services() {
        return Arrays.stream(Service.values())
                .filter(service -> jar(service).isPresent())
                .toList();
    }

    Path target(Service service) {
        return root.resolve(service.module()).resolve("target");
    }

    Path requireJar(Service service) {
        return jar(service)
                .orElseThrow(() -> new LocalFailure(
                        "%s is not built: run ./keshi up, or mvn package.".formatted(service.module())));
    }

    /** The folder of the Kafka broker's jars. */
    String requireBroker() {
        Path jars = root.resolve("platform")
                .resolve("kafka-broker")
                .resolve("target")
                .resolve("lib");
        if (!Files.isDirectory(jars)) {
            throw new LocalFailure("The Kafka broker's jars are not there: run ./keshi up, which builds them.");
        }
        return jars.toString();
    }

    private Optional<Path> jar(Service service) {
        Path target = target(service);
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var jars = Files.newDirectoryStream(target, service.module() + "-*.jar")) {
            for (Path jar : jars) {
                // Spring Boot keeps the plain jar beside the one that can be run.
                if (Files.exists(jar.resolveSibling(jar.getFileName() + ".original"))) {
                    return Optional.of(jar);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
