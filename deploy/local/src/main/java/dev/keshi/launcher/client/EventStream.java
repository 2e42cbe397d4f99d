package dev.keshi.launcher.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A reader of server-sent events that keeps all it has seen. */
public final class EventStream implements AutoCloseable {

    private final InputStream body;
    private final List<StreamedEvent> seen = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private EventStream(InputStream body) {
        this.body = body;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static EventStream open(HttpClient http, HttpRequest.Builder request) {
        var get = request.timeout(Duration.ofHours(1)).GET().build();
        String call = "GET " + get.uri().getPath();
        try {
            var response = http.send(get, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (var refusal = response.body()) {
                    throw new CallFailure("%s answered %d: %s"
                            .formatted(
                                    call,
                                    response.statusCode(),
                                    new String(refusal.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            return new EventStream(response.body());
        } catch (IOException e) {
            throw new CallFailure("%s was not answered (%s)".formatted(call, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailure(call + " was interrupted", e);
        }
    }

    public List<StreamedEvent> seen() {
        return List.copyOf(seen);
    }

    /** Waits until that many events that fit have come; gives those that have, be they enough or not. */
    public List<StreamedEvent> await(int count, Predicate<StreamedEvent> fitting, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (seen) {
            while (seen.stream().filter(fitting).count() < count) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    seen.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        return seen.stream().filter(fitting).toList();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var event = new Draft();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    event.take(line);
                } else if (event.hasData()) {
                    add(event.done());
                    event = new Draft();
                }
            }
        } catch (IOException closed) {
            // The stream was closed, here or there; what came before stays.
        }
    }

    private void add(StreamedEvent event) {
        synchronized (seen) {
            seen.add(event);
            seen.notifyAll();
        }
    }

    @Override
    public void close() {
        try {
            body.close();
            reader.join(Duration.ofSeconds(2));
        } catch (IOException e) {
            throw new CallFailure("a stream cannot be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An event whose lines are still coming. */
    private static final class Draft {

        private String id = "";
        private String name = "";
        private final StringBuilder data = new StringBuilder();

        void take(String line) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
            switch (field) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
                default -> {} // A comment, sent as a heartbeat, or a field of a later version.
            }
        }

        boolean hasData() {
            return !data.isEmpty();
        }

        StreamedEvent done() {
            return new StreamedEvent(id, name, data.toString(), System.nanoTime());
        }
    }
}
