package dev.keshi.launcher.tour;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.client.EventStream;
import dev.keshi.launcher.client.StreamedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** One person's inbox: the list, and a live stream that was opened before anything happened. */
final class Inbox implements AutoCloseable {

    private static final String INBOX = "/api/notification/v1/inbox";
    private static final String NOTIFICATION = "notification";

    private final Caller owner;
    private final EventStream live;

    private Inbox(Caller owner, EventStream live) {
        this.owner = owner;
        this.live = live;
    }

    /** Returns when the stream is ready, so that nothing that happens from now on is missed. */
    static Inbox open(Caller owner) {
        var live = owner.stream(INBOX + "/stream");
        boolean ready = !live.await(1, event -> event.name().equals("ready"), Duration.ofSeconds(10))
                .isEmpty();
        TourFailure.require(ready, "the live inbox is not ready after 10 s");
        return new Inbox(owner, live);
    }

    /** What the list shows about a request: template and settlement, the oldest first. */
    List<String> about(String request) {
        var lines = new ArrayList<String>();
        for (JsonNode item : owner.get(INBOX + "?limit=100").expect(200).json().path("items")) {
            if (item.path("subject").path("instanceId").asString().equals(request)) {
                lines.addFirst(line(item));
            }
        }
        return lines;
    }

    /** Waits until the list shows exactly this about the request; gives what it shows in the end. */
    List<String> awaitAbout(String request, List<String> expected, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> shown = about(request);
        while (!sameElements(shown, expected) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
            shown = about(request);
        }
        return shown;
    }

    /**
     * Waits until what came live about the request ends with exactly this; gives what stands in the end. Each notification counts as it was told
     * last: the decision that ends a request may be told as one of a step before it is told as the end.
     */
    List<String> awaitLive(String request, List<String> expected, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> standing = standing(request);
        while (!sameElements(standing, expected) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
            standing = standing(request);
        }
        return standing;
    }

    private List<String> standing(String request) {
        return standing(live.seen().stream()
                .filter(event -> isAbout(event, request))
                .map(StreamedEvent::json)
                .toList());
    }

    /** One line for each notification, as it was told last. */
    static List<String> standing(List<JsonNode> told) {
        var last = new LinkedHashMap<String, String>();
        told.forEach(one -> last.put(one.path("id").asString(), line(one)));
        return List.copyOf(last.values());
    }

    /** What came live about a request, in the order in which it came. */
    List<StreamedEvent> liveAbout(String request, int count, Duration patience) {
        return live.await(count, event -> isAbout(event, request), patience);
    }

    /** What came live with a template, about whatever request. */
    List<StreamedEvent> liveOf(String template, int count, Duration patience) {
        return live.await(
                count,
                event -> event.name().equals(NOTIFICATION)
                        && event.json().path("template").asString().equals(template),
                patience);
    }

    static String line(JsonNode notification) {
        JsonNode reason = notification.path("settled").path("reason");
        String template = notification.path("template").asString();
        return reason.isMissingNode() || reason.isNull() ? template : template + " " + reason.asString();
    }

    static boolean sameElements(List<String> one, List<String> other) {
        return one.size() == other.size() && new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static boolean isAbout(StreamedEvent event, String request) {
        return event.name().equals(NOTIFICATION)
                && event.json().path("subject").path("instanceId").asString().equals(request);
    }

    @Override
    public void close() {
        live.close();
    }
}
