package dev.keshi.gateway.problem;

import dev.keshi.service.problem.Languages;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemDocument;
import dev.keshi.service.problem.Problems;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes a problem to an exchange. */
@Component
public class ProblemReplies {

    private final Problems problems;

    ProblemReplies(Problems problems) {
        this.problems = problems;
    }

    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        var language = Languages.preferred(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        var body = problems.json(problems.document(problem, language, traceOf(exchange)));
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        var headers = response.getHeaders();
        problem.headers().forEach(headers::set);
        headers.set(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE + ";charset=utf-8");
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Optional<String> traceOf(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context().traceId())
                .filter(id -> !id.isBlank());
    }
}
