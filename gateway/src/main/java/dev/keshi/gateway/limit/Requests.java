package dev.keshi.gateway.limit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What kind of request it is, as far as limits go. */
public final class Requests {

    private Requests() {}

    /** An event stream: open for as long as somebody listens. */
    public static boolean isStream(ServerHttpRequest request) {
        var accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/event-stream");
    }
}
