package dev.keshi.launcher.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person who is signed in, or nobody, calling the HTTP interfaces at the gateway. Safe for many threads. */
public final class Caller {

    private static final HttpClient HTTP = Wire.client();

    private final String gateway;
    private final Supplier<String> token;
    private final Duration patience;
    private final Keys keys;
    private final boolean insists;

    private Caller(String gateway, Supplier<String> token) {
        this(gateway, token, Wire.PATIENCE, command -> UUID.randomUUID().toString(), false);
    }

    private Caller(String gateway, Supplier<String> token, Duration patience, Keys keys, boolean insists) {
        this.gateway = gateway;
        this.token = token;
        this.patience = patience;
        this.keys = keys;
        this.insists = insists;
    }

    /** The same person, who waits no longer than that for an answer. */
    public Caller within(Duration longest) {
        return new Caller(gateway, token, longest, keys, insists);
    }

    /**
     * The same person, as the launcher calls: what is not answered, or refused for the moment, is repeated with the same key a few times, for a
     * minute at most; problems and texts are in English, as the launcher's own words are. Files and streams are sent once.
     */
    public Caller insisting() {
        return new Caller(gateway, token, patience, keys, true);
    }

    /**
     * The same person, whose commands have the keys of a series, made of what each command says and of how often it was said before: sent once more, as
     * long as keys are kept (24 hours), those that were carried out are answered and not carried out again, whichever of the series are left out then.
     */
    public Caller inSeries(String series) {
        var said = new ConcurrentHashMap<String, Integer>();
        return new Caller(
                gateway,
                token,
                patience,
                command -> UUID.nameUUIDFromBytes("%s %d %s"
                                .formatted(series, said.merge(command, 1, Integer::sum), command)
                                .getBytes(StandardCharsets.UTF_8))
                        .toString(),
                insists);
    }

    /** What makes the idempotency key of a command. */
    private interface Keys {
        /** @param command the path and what is sent to it */
        String of(String command);
    }

    /** Someone with an account; signs in when a token is wanted and the last one is about to end. */
    public static Caller person(String gateway, String loginName, String password) {
        return new Caller(gateway, new RenewedToken(() -> new SignIn(gateway).token(loginName, password)));
    }

    public static Caller withToken(String gateway, String token) {
        return new Caller(gateway, () -> token);
    }

    public static Caller nobody(String gateway) {
        return new Caller(gateway, () -> "");
    }

    public String gateway() {
        return gateway;
    }

    public String token() {
        return token.get();
    }

    public Answer get(String path, String... headers) {
        return send(with(headers, request(path)).GET());
    }

    /** A command: carries an idempotency key of its own, so that it is done once however often it is sent. */
    public Answer post(String path, JsonNode body, String... headers) {
        String text = text(body);
        return send(command(path, "application/json", text, headers).POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    public Answer put(String path, JsonNode body, String... headers) {
        String text = text(body);
        return send(command(path, "application/json", text, headers).PUT(HttpRequest.BodyPublishers.ofString(text)));
    }

    /** Without an idempotency key: for requests that may be repeated as they are. */
    public Answer postBare(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer postText(String path, String contentType, String body, String... headers) {
        return send(command(path, contentType, body, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends files as a form would, without holding them in memory. */
    public Answer postFiles(String path, List<FilePart> files, String... headers) {
        var form = new MultipartForm(files);
        return Wire.send(
                HTTP,
                command(path, form.contentType(), "", headers)
                        .timeout(Duration.ofMinutes(10))
                        .POST(form.publisher())
                        .build());
    }

    /** Opens a stream of server-sent events and reads it in the background. */
    public EventStream stream(String path, String... headers) {
        return EventStream.open(HTTP, command(path, "", "", headers).setHeader("Accept", "text/event-stream"));
    }

    /** A file in a form. */
    public record FilePart(String name, Path file, String contentType) {}

    private HttpRequest.Builder command(String path, String contentType, String body, String... headers) {
        var request = request(path).setHeader("Idempotency-Key", keys.of(path + ' ' + body));
        if (!contentType.isEmpty()) {
            request.setHeader("Content-Type", contentType);
        }
        return with(headers, request);
    }

    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        var pairs = List.of(headers).iterator();
        while (pairs.hasNext()) {
            request.setHeader(pairs.next(), pairs.next());
        }
        return request;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(patience);
        String bearer = token.get();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (insists) {
            request.setHeader("Accept-Language", "en");
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        return insists ? Repetition.send(HTTP, request.build()) : Wire.send(HTTP, request.build());
    }

    private static String text(JsonNode body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
