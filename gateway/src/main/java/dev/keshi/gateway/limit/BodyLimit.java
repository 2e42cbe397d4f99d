package dev.keshi.gateway.limit;

import dev.keshi.gateway.problem.ProblemReplies;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 413 by the stated length, or as soon as more has come through than allowed. Nothing is collected on the way. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyLimit implements WebFilter {

    private final LimitSettings settings;
    private final ProblemReplies replies;

    BodyLimit(LimitSettings settings, ProblemReplies replies) {
        this.settings = settings;
        this.replies = replies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var limit = limit(request);
        var length = request.getHeaders().getContentLength();
        if (length > limit) {
            return replies.write(exchange, tooLarge(limit));
        }
        if (length >= 0) {
            return chain.filter(exchange);
        }
        return chain.filter(
                exchange.mutate().request(new Limited(request, limit)).build());
    }

    /** The rest of the body is not read, so the connection has no further use. */
    private static Problem tooLarge(long limit) {
        return CommonProblem.payloadTooLarge(limit).withHeader("Connection", "close");
    }

    private long limit(ServerHttpRequest request) {
        if (settings.isImport(request.getPath().value())) {
            return settings.maxImport().toBytes();
        }
        var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(java.util.Locale.ROOT).contains("json")
                ? settings.maxJson().toBytes()
                : settings.maxUpload().toBytes();
    }

    private static final class Limited extends ServerHttpRequestDecorator {

        private final long limit;

        Limited(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var count = new AtomicLong();
            return super.getBody().map(buffer -> {
                if (count.addAndGet(buffer.readableByteCount()) > limit) {
                    DataBufferUtils.release(buffer);
                    throw tooLarge(limit).toException();
                }
                return buffer;
            });
        }
    }
}
