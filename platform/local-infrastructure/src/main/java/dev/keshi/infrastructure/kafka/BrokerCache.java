package dev.keshi.infrastructure.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes that a broker of this class path loads on this JVM, as {@code -XX:AOTCacheOutput} has recorded them: with them a broker
 * starts with half of the CPU time. Without them it starts all the same.
 *
 * @param file beside the folder of the jars; its name tells which jars and which JVM
 */
public record BrokerCache(Path file) {

    /** Of the broker that {@link KafkaServer} starts. */
    public static BrokerCache ofThisBuild() {
        return of(BrokerClassPath.find());
    }

    static BrokerCache of(BrokerClassPath jars) {
        try (Stream<Path> files = Files.list(jars.folder())) {
            var content = files.sorted()
                    .map(jar -> jar.getFileName() + ":" + jar.toFile().length())
                    .toList();
            int print = List.of(content, Runtime.version().toString()).hashCode();
            return new BrokerCache(jars.folder().resolveSibling("broker-%08x.aot".formatted(print)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isThere() {
        return Files.exists(file);
    }

    List<String> flags() {
        return isThere() ? List.of("-XX:AOTCache=" + file) : List.of();
    }
}
