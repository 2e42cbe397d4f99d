package dev.keshi.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void aTakenPortIsOneSentenceWithTheFix() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = new Port(other.getLocalPort());

            assertThatExceptionOfType(LocalFailure.class)
                    .isThrownBy(() -> port.requireFree("MongoDB"))
                    .withMessage(
                            "Port %d, wanted for MongoDB, is taken by another program: stop that program or choose other ports with --port-base.",
                            port.number());
        }
    }

    @Test
    void aPortAnswersWhileSomebodyListens() throws Exception {
        Port port = Port.free(1).getFirst();
        assertThat(port.answers()).isFalse();

        try (var server = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.isBound()).isTrue();
            assertThat(port.answers()).isTrue();
        }
    }

    @Test
    void freePortsDifferAndAreFree() {
        assertThat(Port.free(5)).doesNotHaveDuplicates().noneMatch(Port::isTaken);
    }
}
