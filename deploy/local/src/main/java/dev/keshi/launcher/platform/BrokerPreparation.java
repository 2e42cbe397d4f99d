package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.kafka.BrokerCache;
import dev.keshi.infrastructure.kafka.KafkaServer;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Starts the Kafka broker once, in a folder of its own, to record the classes that it loads. Done again when its jars or the JVM have changed. */
final class BrokerPreparation {

    private BrokerPreparation() {}

    /** A broker without a cache starts two seconds later, so a recording that fails is told and is no obstacle. */
    static void prepare(Progress progress) {
        var cache = BrokerCache.ofThisBuild();
        if (cache.isThere()) {
            return;
        }
        progress.say("Preparing the AOT cache of the Kafka broker");
        try {
            Path folder = Files.createTempDirectory(cache.file().getParent(), "training");
            try {
                Path draft = folder.resolve("classes.aot");
                KafkaServer.record(new StateFolder(folder), draft, Progress.silent());
                Files.move(draft, cache.file(), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Folders.remove(folder);
            }
        } catch (LocalFailure | IOException | UncheckedIOException failed) {
            progress.say("The Kafka broker will start without an AOT cache: " + failed.getMessage());
        }
    }
}
