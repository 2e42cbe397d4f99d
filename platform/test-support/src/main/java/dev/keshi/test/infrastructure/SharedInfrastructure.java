package dev.keshi.test.infrastructure;

import dev.keshi.infrastructure.LocalInfrastructure;
import dev.keshi.infrastructure.LocalInfrastructure.Running;
import dev.keshi.infrastructure.mongo.MongoAccounts;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import dev.keshi.infrastructure.process.Tether;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM, started once, by the first test that needs them, and gone with the JVM however it ends. If they cannot be had, every
 * test that needs them fails with the same sentence.
 */
final class SharedInfrastructure {

    private static @Nullable Supplier<Running> outcome;

    private SharedInfrastructure() {}

    static synchronized Running running() {
        if (outcome == null) {
            outcome = attempt(SharedInfrastructure::start);
        }
        return outcome.get();
    }

    /** A server that somebody lends us gets its room back clean; our own vanish with all they hold. */
    static void removeAtTheEndIfGiven(MongoAccounts accounts, String database) {
        if (given()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> accounts.remove(database)));
        }
    }

    /** Remembers a failure as well: a second attempt would only make every test wait for the same sentence. */
    static Supplier<Running> attempt(Supplier<Running> servers) {
        long start = System.nanoTime();
        try {
            Running running = servers.get();
            say("Real infrastructure: %s and Kafka at %s after %d ms"
                    .formatted(
                            running.mongodb().address(),
                            running.kafka(),
                            Duration.ofNanos(System.nanoTime() - start).toMillis()));
            return () -> running;
        } catch (LocalFailure failure) {
            return () -> {
                throw new LocalFailure("Tests need a real MongoDB and Kafka. " + failure.getMessage(), failure);
            };
        }
    }

    private static Running start() {
        if (!given()) {
            try {
                if (ContainerEngine.answers()) {
                    return ContainerInfrastructure.start();
                }
            } catch (RuntimeException e) {
                say("A container engine answers, but the containers do not start (%s): local processes are used."
                        .formatted(e.getMessage()));
            }
        }
        return localProcesses();
    }

    private static Running localProcesses() {
        try {
            Path folder = Files.createTempDirectory("keshi-test-");
            Progress progress = SharedInfrastructure::say;
            return new LocalInfrastructure(
                            new StateFolder(folder),
                            LocalInfrastructure.Ports.free(),
                            System.getenv(),
                            new Tether(folder))
                    .start(progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean given() {
        Map<String, String> environment = System.getenv();
        return environment.containsKey("MONGODB_URI") || environment.containsKey("KAFKA_BOOTSTRAP");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
