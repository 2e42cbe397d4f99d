package dev.keshi.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A service that tells what reached it. */
final class Upstream implements AutoCloseable {

    record Seen(String method, URI uri, Map<String, List<String>> headers, long bytes) {
        String header(String name) {
            var values = headers.get(name);
            return values == null ? "" : String.join(",", values);
        }
    }

    private final HttpServer server;
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final Semaphore held = new Semaphore(0);
    volatile CountDownLatch arrived = new CountDownLatch(0);

    Upstream() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Seen last() {
        return seen.getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = count(exchange.getRequestBody());
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI(), headers, bytes));
            arrived.countDown();
            var path = exchange.getRequestURI().getPath();
            if (path.endsWith("/held")) {
                hold();
            }
            if (path.endsWith("/events")) {
                stream(exchange);
                return;
            }
            if (path.endsWith("/cut")) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write(new byte[10]);
                exchange.getResponseBody().flush();
                return;
            }
            exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
            var body = ("bytes " + bytes).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.endsWith("/failing") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void hold() {
        try {
            held.tryAcquire(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        out.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        hold();
        out.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static long count(InputStream body) throws IOException {
        var buffer = new byte[65_536];
        long count = 0;
        for (int read; (read = body.read(buffer)) >= 0; ) {
            count += read;
        }
        return count;
    }

    @Override
    public void close() {
        held.release(1000);
        server.stop(0);
    }
}
