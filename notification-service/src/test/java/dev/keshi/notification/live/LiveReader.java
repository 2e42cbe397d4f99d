package dev.keshi.notification.live;

import dev.keshi.notification.Reader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the stream that reads as a browser does. */
final class LiveReader implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One event as it came. */
    record Event(String name, @Nullable String id, JsonNode data) {

        String notification() {
            return data.get("id").asString() + "@" + data.get("revision");
        }
    }

    final List<Event> events = new CopyOnWriteArrayList<>();
    final AtomicInteger heartbeats = new AtomicInteger();
    volatile boolean ended;
    private final InputStream stream;

    private LiveReader(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::read);
    }

    static LiveReader of(Reader reader, @Nullable String lastEventId) {
        var request = reader.request("/stream").header("Accept", "text/event-stream");
        try {
            HttpResponse<InputStream> response = HTTP.send(
                    (lastEventId == null ? request : request.header("Last-Event-ID", lastEventId)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            return new LiveReader(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Event> news() {
        return events.stream()
                .filter(event -> event.name().equals("notification"))
                .toList();
    }

    /** What a browser would send when it comes back. */
    @Nullable
    String lastEventId() {
        return events.stream().map(Event::id).filter(id -> id != null).reduce(null, (_, later) -> later);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var fields = new java.util.HashMap<String, String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(":")) {
                    heartbeats.incrementAndGet();
                } else if (line.isEmpty()) {
                    dispatch(fields);
                    fields.clear();
                } else {
                    var parts = line.split(": ", 2);
                    fields.put(parts[0], parts[1]);
                }
            }
        } catch (IOException closed) {
            // the connection is gone
        } finally {
            ended = true;
        }
    }

    private void dispatch(Map<String, String> fields) {
        if (fields.containsKey("event")) {
            events.add(new Event(
                    fields.get("event"), fields.get("id"), JSON.readTree(fields.getOrDefault("data", "null"))));
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // gone already
        }
    }
}
