package dev.keshi.gateway.route;

import dev.keshi.service.problem.CommonProblem;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** Knows whose turn it is, so that a caller who stops sending does not count as a failure of the service. */
final class CallersBody extends ServerHttpRequestDecorator {

    /** Parts that the service would take and that have not come. */
    private final AtomicLong wanted = new AtomicLong();

    private volatile boolean over;

    CallersBody(ServerHttpRequest request) {
        super(request);
    }

    /** Whether more of the body is waited for than has come. */
    boolean isMissing() {
        return !over && wanted.get() > 0;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody()
                .doOnRequest(more ->
                        wanted.getAndUpdate(before -> more > Long.MAX_VALUE - before ? Long.MAX_VALUE : before + more))
                .doOnNext(part -> wanted.decrementAndGet())
                .doOnTerminate(() -> over = true)
                .onErrorMap(
                        IOException.class,
                        brokenOff -> CommonProblem.malformedBody().toException());
    }
}
