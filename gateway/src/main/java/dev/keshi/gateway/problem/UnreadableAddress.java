package dev.keshi.gateway.problem;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Languages;
import dev.keshi.service.problem.ProblemDocument;
import dev.keshi.service.problem.Problems;
import java.util.Optional;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An address that is no URI ({@code %zz}, a bare quotation mark) never becomes an exchange: Spring's adapter sets 400 and has
 * nothing more to say, before any filter. Whatever has a 400 before anybody worked on it is told here what is wrong.
 */
@Component
class UnreadableAddress implements NettyServerCustomizer {

    private final Problems problems;

    UnreadableAddress(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.mapHandle(this::answer);
    }

    private Mono<Void> answer(Mono<Void> handled, Connection connection) {
        return connection instanceof HttpServerRequest request
                        && connection instanceof HttpServerResponse response
                        && response.status().code() == 400
                ? refuse(request, response)
                : handled;
    }

    private Mono<Void> refuse(HttpServerRequest request, HttpServerResponse response) {
        var language = Languages.preferred(request.requestHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
        var body = problems.json(problems.document(CommonProblem.badRequest(), language, Optional.empty()));
        return response.header(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length))
                .sendByteArray(Mono.just(body))
                .then();
    }
}
