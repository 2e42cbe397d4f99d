package dev.keshi.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.platform.Replica;
import dev.keshi.launcher.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Stands where the one of a cluster would: what is for a service that has several replicas goes to each in turn, all else to the gateway. Of one that
 * does not answer it says that the call may be repeated, and that may be at the next.
 */
final class Balancer implements AutoCloseable {

    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Accept", "Accept-Language", "If-Match", "Idempotency-Key");
    private static final List<String> PASSED_BACK = List.of("Content-Type", "ETag", "Location", "Retry-After");

    /** Told before each call to one of several. */
    interface Watcher {
        /** @param call how many of the service there have been, from 1 */
        void calls(Replica replica, int call);
    }

    private final Keshi keshi;
    private final Map<String, List<Replica>> replicas = new ConcurrentHashMap<>();
    private final Map<Service, Integer> calls = new ConcurrentHashMap<>();
    private final Map<Replica, Integer> answered = new ConcurrentHashMap<>();
    private final Watcher watcher;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HttpServer server;

    Balancer(Keshi keshi, List<Replica> several, Watcher watcher) {
        this.keshi = keshi;
        this.watcher = watcher;
        several.forEach(replica ->
                replicas.merge("/api/" + replica.service().route() + "/", List.of(replica), Balancer::joined));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private static List<Replica> joined(List<Replica> some, List<Replica> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Somebody who is signed in, calling here. */
    Caller caller(Caller signedIn) {
        return Caller.withToken("http://127.0.0.1:" + server.getAddress().getPort(), signedIn.token())
                .insisting();
    }

    int answeredBy(Replica replica) {
        return answered.getOrDefault(replica, 0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                answer(exchange, answerTo(exchange, body));
            } catch (IOException unanswered) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(UNAVAILABLE, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private HttpResponse<byte[]> answerTo(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        var several = replicas.entrySet().stream()
                .filter(of -> path.startsWith(of.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (several.isEmpty()) {
            return passOn(exchange, body, keshi.gateway());
        }
        int call = calls.merge(several.get().getFirst().service(), 1, Integer::sum);
        var replica = several.get().get(call % several.get().size());
        watcher.calls(replica, call);
        var answer = passOn(exchange, body, keshi.address(replica));
        answered.merge(replica, 1, Integer::sum);
        return answer;
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body, String to)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(to + exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        for (String name : PASSED_BACK) {
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
