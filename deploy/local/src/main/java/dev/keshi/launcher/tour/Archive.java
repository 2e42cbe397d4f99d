package dev.keshi.launcher.tour;

import dev.keshi.launcher.client.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** The archive of all events, asked for those of one key. */
final class Archive {

    private static final String EVENTS = "/api/reporting/v1/events";

    private Archive() {}

    /** Type, sequence and id of each event of the key, in the order of the sequences; waits until that many are there. */
    static List<String> linesOf(Caller auditor, String key, int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> lines = read(auditor, key);
        while (lines.size() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
            lines = read(auditor, key);
        }
        return lines;
    }

    /** The event of that id; waits until it is there. */
    static KafkaEvent event(Caller auditor, String id, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var answer = auditor.get(EVENTS + "/" + id);
        while (answer.status() == 404 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
            answer = auditor.get(EVENTS + "/" + id);
        }
        JsonNode event = answer.expect(200).json();
        return new KafkaEvent(
                event.path("topic").asString(),
                event.path("type").asString(),
                event.path("key").asString(),
                event.path("sequence").asLong(),
                id);
    }

    private static List<String> read(Caller auditor, String key) {
        var events = new ArrayList<JsonNode>();
        auditor.get("%s?key=%s&limit=100".formatted(EVENTS, key))
                .expect(200)
                .json()
                .path("items")
                .forEach(events::add);
        return events.stream()
                .sorted((one, other) -> Long.compare(
                        one.path("sequence").asLong(), other.path("sequence").asLong()))
                .map(event -> "%s %d %s"
                        .formatted(
                                event.path("type").asString(),
                                event.path("sequence").asLong(),
                                event.path("id").asString()))
                .toList();
    }
}
