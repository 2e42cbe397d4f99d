package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.kafka.BrokerListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is unusual about the world of a platform that is put to the test; nothing, for every other. */
public interface Surroundings {

    Surroundings USUAL = new Surroundings() {};

    /** Doors that the private broker has beside its usual one. */
    default List<BrokerListener> brokerListeners() {
        return List.of();
    }

    /**
     * What a service is told about its surroundings.
     *
     * @param usual what it would be told
     */
    default Map<String, String> environment(Service service, Map<String, String> usual) {
        return usual;
    }

    /**
     * Where the JVM of a service looks for classes, first things first.
     *
     * @param jar of the service, which is all that there is usually
     */
    default List<Path> classPath(Service service, Path jar) {
        return List.of(jar);
    }

    /** More flags for the JVM of a service. */
    default List<String> flags(Service service) {
        return List.of();
    }
}
