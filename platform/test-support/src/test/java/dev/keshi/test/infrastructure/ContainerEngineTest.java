package dev.keshi.test.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerEngineTest {

    @Test
    void aNamedEngineIsAsked() {
        assertThat(ContainerEngine.isPossible(Map.of("DOCKER_HOST", "unix:///run/podman/podman.sock")))
                .isTrue();
    }

    @Test
    void containersCanBeSwitchedOff() {
        var environment = Map.of("DOCKER_HOST", "unix:///run/podman/podman.sock", "KESHI_TEST_CONTAINERS", "false");

        assertThat(ContainerEngine.isPossible(environment)).isFalse();
    }
}
