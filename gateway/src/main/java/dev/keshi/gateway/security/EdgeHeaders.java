package dev.keshi.gateway.security;

import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Drops what callers say about themselves and about the way they came, before anything could believe it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EdgeHeaders implements WebFilter {

    private static final List<String> DROPPED_PREFIXES =
            List.of("x-forwarded-", "x-user-", "x-keshi-", "x-original-", "x-rewrite-", "x-authenticated-");
    private static final List<String> DROPPED = List.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-cluster-client-ip",
            "x-http-method-override",
            "x-method-override");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var cleaned = exchange.mutate()
                .request(request -> request.headers(EdgeHeaders::drop))
                .build();
        return chain.filter(cleaned);
    }

    private static void drop(HttpHeaders headers) {
        headers.headerNames().stream().filter(EdgeHeaders::isDropped).toList().forEach(headers::remove);
    }

    private static boolean isDropped(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return DROPPED.contains(lower) || DROPPED_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
