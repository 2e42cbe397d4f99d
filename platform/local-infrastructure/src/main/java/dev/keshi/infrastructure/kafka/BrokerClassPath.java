package dev.keshi.infrastructure.kafka;

import dev.keshi.infrastructure.process.LocalFailure;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder of jars that the module {@code platform/kafka-broker} gathers. */
record BrokerClassPath(Path folder) {

    private static final Path GATHERED = Path.of("platform", "kafka-broker", "target", "lib");

    /** Looks from this class's own place upwards, then from the working folder upwards. */
    static BrokerClassPath find() {
        return Stream.of(ownPlace(), Path.of("").toAbsolutePath())
                .flatMap(place -> Stream.iterate(place, Objects::nonNull, Path::getParent))
                .map(place -> place.resolve(GATHERED))
                .filter(Files::isDirectory)
                .findFirst()
                .map(BrokerClassPath::new)
                .orElseThrow(
                        () -> new LocalFailure(
                                "The Kafka broker's jars are not there: build them with mvn -pl platform/kafka-broker package."));
    }

    String argument() {
        return folder.resolve("*").toString();
    }

    private static Path ownPlace() {
        try {
            return Path.of(BrokerClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
