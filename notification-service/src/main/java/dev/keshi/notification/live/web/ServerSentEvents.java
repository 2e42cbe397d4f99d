package dev.keshi.notification.live.web;

import dev.keshi.notification.inbox.InboxNews;
import dev.keshi.notification.live.LiveSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stream as text. A write waits for the reader, and fails when the connection's time limit for writing passes; what
 * is not written yet is one event.
 */
final class ServerSentEvents implements LiveSink {

    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int RECONNECT_MILLIS = 2_000;

    private final OutputStream out;
    private final JsonMapper json;

    ServerSentEvents(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    record Ready(boolean resumed) {}

    record Closing(String reason) {}

    @Override
    public void ready(long position, boolean resumed) throws IOException {
        write("retry: " + RECONNECT_MILLIS + "\nid: " + position + "\n" + event("ready", new Ready(resumed)));
    }

    @Override
    public void news(InboxNews news) throws IOException {
        write("id: " + news.position() + "\n" + event("notification", news.notification()));
    }

    @Override
    public void heartbeat() throws IOException {
        out.write(HEARTBEAT);
        out.flush();
    }

    @Override
    public void closing(Ending reason) throws IOException {
        var word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        write(event("closing", new Closing(word)));
    }

    private String event(String name, Object data) {
        return "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
