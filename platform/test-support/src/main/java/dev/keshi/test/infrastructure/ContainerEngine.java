package dev.keshi.test.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether a container engine answers. Where there is not even a socket, the question costs nothing. */
final class ContainerEngine {

    private ContainerEngine() {}

    static boolean answers() {
        return isPossible(System.getenv()) && DockerClientFactory.instance().isDockerAvailable();
    }

    /** {@code KESHI_TEST_CONTAINERS=false} keeps tests on local processes. */
    static boolean isPossible(Map<String, String> environment) {
        if ("false".equals(environment.get("KESHI_TEST_CONTAINERS"))) {
            return false;
        }
        String home = System.getProperty("user.home");
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "/run/user/none");
        return environment.containsKey("DOCKER_HOST")
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(home, ".docker/run/docker.sock"),
                                Path.of(runtime, "docker.sock"),
                                Path.of(home, ".testcontainers.properties"))
                        .anyMatch(Files::exists);
    }
}
