package dev.keshi.gateway.limit;

import dev.keshi.gateway.problem.ProblemReplies;
import dev.keshi.service.problem.CommonProblem;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One caller cannot take every place: 429. Streams count apart from requests. Runs after the token was checked. */
@Component
@Order(0)
class CallerLimit implements WebFilter {

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final int limit;
    private final ProblemReplies replies;

    CallerLimit(LimitSettings settings, ProblemReplies replies) {
        this.limit = settings.requestsPerCaller();
        this.replies = replies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty("")
                .flatMap(name -> name.isEmpty() ? chain.filter(exchange) : limited(name, exchange, chain));
    }

    private Mono<Void> limited(String name, ServerWebExchange exchange, WebFilterChain chain) {
        var caller = Requests.isStream(exchange.getRequest()) ? "stream " + name : name;
        if (taken.merge(caller, 1, Integer::sum) > limit) {
            giveBack(caller);
            return replies.write(exchange, CommonProblem.tooManyRequests());
        }
        return chain.filter(exchange).doFinally(ended -> giveBack(caller));
    }

    private void giveBack(String caller) {
        taken.computeIfPresent(caller, (key, count) -> count > 1 ? count - 1 : null);
    }
}
