package dev.keshi.chaos.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A TCP connection that goes through this JVM, which can spoil it. */
public final class Link implements AutoCloseable {

    /** How the line is. */
    public enum Line {
        GOOD,
        /** Connections open and nothing comes through, either way; what was sent comes when the line is good again. */
        CUT,
        /** What the client sends arrives, and no answer comes back. */
        HALF_OPEN,
        /** Every connection is reset, and so is every new one. */
        RESETTING,
        /** Everything takes a while longer. */
        SLOW,
        /** A few bytes at a time. */
        DRIPPING
    }

    private static final int BUFFER = 16 << 10;
    private static final int DRIP = 256;
    private static final long DRIP_NANOS = 20_000_000;
    private static final long SLOW_NANOS = 150_000_000;
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Line line = Line.GOOD;

    /** @param target port of the loopback address where the line ends */
    public Link(int port, int target) {
        this.target = target;
        try {
            entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("link-" + port).start(this::accept);
    }

    public void become(Line other) {
        line = other;
        if (other == Line.RESETTING) {
            sockets.forEach(Link::reset);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
    }

    private void join(Socket client) {
        if (line == Line.RESETTING) {
            reset(client);
            return;
        }
        try {
            awaitNot(Line.CUT);
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pump(client, server, false));
            pump(server, client, true);
        } catch (IOException nobody) {
            reset(client);
        }
    }

    private void pump(Socket from, Socket to, boolean isAnswer) {
        try (from;
                to) {
            var buffer = new byte[BUFFER];
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                write(buffer, read, out, isAnswer);
            }
        } catch (IOException broken) {
            // Both ends learn of it: both are closed here.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void write(byte[] buffer, int length, OutputStream out, boolean isAnswer) throws IOException {
        awaitNot(Line.CUT);
        if (isAnswer) {
            awaitNot(Line.HALF_OPEN);
        }
        switch (line) {
            case SLOW -> LockSupport.parkNanos(SLOW_NANOS);
            case DRIPPING -> {
                for (int from = 0; from < length; from += DRIP) {
                    out.write(buffer, from, Math.min(DRIP, length - from));
                    out.flush();
                    if (line == Line.DRIPPING) {
                        LockSupport.parkNanos(DRIP_NANOS);
                    }
                }
                return;
            }
            case GOOD, CUT, HALF_OPEN, RESETTING -> {}
        }
        out.write(buffer, 0, length);
        out.flush();
    }

    private void awaitNot(Line bad) {
        while (line == bad && !entrance.isClosed()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            return;
        } finally {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Link::reset);
    }
}
