package dev.keshi.gateway.limit;

import dev.keshi.gateway.problem.ProblemReplies;
import dev.keshi.service.problem.CommonProblem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Past the limit a request is refused at once, before its token is looked at. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ConcurrencyLimit implements WebFilter {

    private final Places requests;
    private final Places streams;
    private final ProblemReplies replies;

    ConcurrencyLimit(LimitSettings settings, ProblemReplies replies, MeterRegistry meters) {
        this.requests = new Places(settings.requests());
        this.streams = new Places(settings.streams());
        this.replies = replies;
        Gauge.builder("gateway_requests", requests, Places::taken).register(meters);
        Gauge.builder("gateway_streams", streams, Places::taken).register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            var places = Requests.isStream(exchange.getRequest()) ? streams : requests;
            if (!places.take()) {
                return replies.write(exchange, CommonProblem.overloaded());
            }
            return chain.filter(exchange).doFinally(ended -> places.giveBack());
        });
    }
}
