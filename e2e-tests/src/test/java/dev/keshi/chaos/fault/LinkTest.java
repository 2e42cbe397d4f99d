package dev.keshi.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.chaos.fault.Link.Line;
import dev.keshi.infrastructure.process.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {

    private final int port = Port.free(1).getFirst().number();
    private ServerSocket echo;
    private Link link;

    @BeforeEach
    void listen() throws IOException {
        echo = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        link = new Link(port, echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void aGoodLineBringsBackWhatTheServerAnswers() throws IOException {
        try (var client = connect()) {
            assertThat(echoed(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void aLineThatIsCutIsSilentAndBringsEverythingWhenItIsGoodAgain() throws IOException {
        try (var client = connect()) {
            echoed(client, 1);
            link.become(Line.CUT);
            client.setSoTimeout(100);
            assertThatThrownBy(() -> echoed(client, 2)).isInstanceOf(SocketTimeoutException.class);

            link.become(Line.GOOD);
            client.setSoTimeout(5_000);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void aResetEndsTheConnectionsThatAreThere() throws IOException {
        try (var client = connect()) {
            echoed(client, 1);
            link.become(Line.RESETTING);

            assertThatThrownBy(() -> {
                        for (int again = 0; again < 100; again++) {
                            assertThat(echoed(client, 2)).isEqualTo(2);
                        }
                    })
                    .isInstanceOfAny(IOException.class, AssertionError.class);
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(5_000);
        return client;
    }

    private static int echoed(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        return client.getInputStream().read();
    }

    private void answer() {
        while (!echo.isClosed()) {
            try {
                var client = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException ended) {
                        // The client went away.
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}
