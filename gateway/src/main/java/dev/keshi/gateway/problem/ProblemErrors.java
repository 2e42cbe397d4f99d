package dev.keshi.gateway.problem;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemException;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Every error of the gateway becomes a problem; there is no error page. */
@Component
@Order(-2)
class ProblemErrors implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrors.class);

    private final ProblemReplies replies;

    ProblemErrors(ProblemReplies replies) {
        this.replies = replies;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            // Too late for an answer: the connection is broken off, so that nobody takes half a body for a whole one.
            return Mono.error(failure);
        }
        var problem = problemOf(failure);
        var request = exchange.getRequest();
        if (problem.status() == 500) {
            log.error("{} {} failed unexpectedly", request.getMethod(), request.getPath(), failure);
        } else if (problem.status() > 500) {
            log.warn("{} {} refused: {}", request.getMethod(), request.getPath(), problem.code());
        }
        return replies.write(exchange, problem);
    }

    private static Problem problemOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException exception) {
                return exception.problem();
            }
        }
        return switch (failure) {
            case MethodNotAllowedException method ->
                CommonProblem.methodNotAllowed(names(method.getSupportedMethods()));
            case ErrorResponseException other ->
                CommonProblem.ofStatus(other.getStatusCode().value());
            default -> CommonProblem.internalError();
        };
    }

    private static Set<String> names(Set<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).collect(Collectors.toSet());
    }
}
