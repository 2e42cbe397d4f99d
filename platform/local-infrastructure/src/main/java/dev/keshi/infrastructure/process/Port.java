package dev.keshi.infrastructure.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A TCP port of this machine's loopback address. */
public record Port(int number) {

    private static final int CONNECT_MILLIS = 500;

    public Port {
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException("port: " + number);
        }
    }

    /** @param purpose who wants the port, as it stands in the sentence, for example {@code MongoDB} */
    public void requireFree(String purpose) {
        if (isTaken()) {
            throw new LocalFailure(
                    "Port %d, wanted for %s, is taken by another program: stop that program or choose other ports with --port-base."
                            .formatted(number, purpose));
        }
    }

    public boolean isTaken() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    /** Whether somebody listens. Unlike {@link #isTaken()} this never stands in the way of a server that is about to listen. */
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Ports that are free now and differ from each other. */
    public static List<Port> free(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream()
                    .map(socket -> new Port(socket.getLocalPort()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Port::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
