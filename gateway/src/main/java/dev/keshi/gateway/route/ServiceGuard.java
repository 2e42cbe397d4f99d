package dev.keshi.gateway.route;

import dev.keshi.gateway.limit.LimitSettings;
import dev.keshi.gateway.limit.Places;
import dev.keshi.gateway.limit.Requests;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.ProblemException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Stands before one service: a number of places, a breaker, and a deadline that the service is told
 * ({@code X-Keshi-Deadline}, milliseconds that are left). Event streams and imports have no deadline; a stream counts for
 * the breaker as soon as it has begun.
 */
final class ServiceGuard implements GatewayFilter, Ordered {

    static final String DEADLINE = "X-Keshi-Deadline";

    /** What an answer needs on its way back. */
    private static final Duration WAY_BACK = Duration.ofMillis(100);

    private final CircuitBreaker breaker;
    private final Places places;
    private final LimitSettings limits;

    ServiceGuard(CircuitBreaker breaker, Places places, LimitSettings limits) {
        this.breaker = breaker;
        this.places = places;
        this.limits = limits;
    }

    /** Outside of the filter that writes the response, so that a place is held until the last byte. */
    @Override
    public int getOrder() {
        return -10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            var body = new CallersBody(exchange.getRequest());
            var watched = exchange.mutate().request(body).build();
            return Requests.isStream(body)
                    ? watched(watched, body, chain.filter(watched))
                    : inPlace(watched, body, chain);
        });
    }

    private Mono<Void> inPlace(ServerWebExchange exchange, CallersBody body, GatewayFilterChain chain) {
        if (!places.take()) {
            return Mono.error(CommonProblem.overloaded().toException());
        }
        return bounded(exchange, body, chain).doFinally(ended -> places.giveBack());
    }

    private Mono<Void> bounded(ServerWebExchange exchange, CallersBody body, GatewayFilterChain chain) {
        if (limits.isImport(exchange.getRequest().getPath().value())) {
            return watched(exchange, body, chain.filter(exchange));
        }
        var left = Long.toString(limits.deadline().minus(WAY_BACK).toMillis());
        var told = exchange.mutate()
                .request(request -> request.header(DEADLINE, left))
                .build();
        return watched(exchange, body, chain.filter(told).timeout(limits.deadline()));
    }

    private Mono<Void> watched(ServerWebExchange exchange, CallersBody body, Mono<Void> work) {
        if (!breaker.tryAcquirePermission()) {
            return Mono.error(CommonProblem.serviceUnavailable().toException());
        }
        var attempt = new Attempt(breaker);
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(attempt::answered));
        return work.onErrorMap(failure ->
                        body.isMissing() ? CommonProblem.requestTimeout().toException() : failure)
                .doOnError(attempt::failed)
                .doFinally(ended -> attempt.ended())
                .onErrorMap(ServiceGuard::asProblem);
    }

    private static Throwable asProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case TimeoutException late -> CommonProblem.deadlineExceeded().toException();
            case IOException away -> CommonProblem.serviceUnavailable().toException();
            default -> failure;
        };
    }

    /** One call as the breaker sees it: reported once, when headers came, when it failed, or when nobody waits any more. */
    private static final class Attempt {

        private final CircuitBreaker breaker;
        private final long start;
        private boolean reported;

        Attempt(CircuitBreaker breaker) {
            this.breaker = breaker;
            this.start = breaker.getCurrentTimestamp();
        }

        synchronized void answered() {
            if (!reported) {
                reported = true;
                breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            }
        }

        synchronized void failed(Throwable failure) {
            if (!reported && (failure instanceof IOException || failure instanceof TimeoutException)) {
                reported = true;
                breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
            }
        }

        synchronized void ended() {
            if (!reported) {
                reported = true;
                breaker.releasePermission();
            }
        }
    }
}
