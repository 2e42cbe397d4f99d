package dev.keshi.service.limit;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.web.ProblemResponses;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Virtual threads bound nothing, so this does: a request gets a place at once, or within a few milliseconds, or 503.
 * Nothing is begun that nobody waits for any more.
 */
final class ConcurrencyLimit extends OncePerRequestFilter {

    private final Semaphore requests;
    private final Semaphore streams;
    private final long maxWaitMillis;
    private final ProblemResponses problems;

    ConcurrencyLimit(LimitSettings settings, ProblemResponses problems) {
        this.requests = new Semaphore(settings.maxConcurrent());
        this.streams = new Semaphore(settings.maxStreams());
        this.maxWaitMillis = settings.maxWait().toMillis();
        this.problems = problems;
    }

    int free() {
        return requests.availablePermits();
    }

    int freeStreams() {
        return streams.availablePermits();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var left = Deadline.of(request).map(Duration::toMillis);
        if (left.isPresent() && left.get() <= 0) {
            problems.write(request, response, CommonProblem.deadlineExceeded());
            return;
        }
        var places = isStream(request) ? streams : requests;
        if (!acquire(places, Math.min(maxWaitMillis, left.orElse(maxWaitMillis)))) {
            problems.write(request, response, CommonProblem.overloaded());
            return;
        }
        var place = new Place(places);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(place);
            } else {
                place.free();
            }
        }
    }

    private static boolean acquire(Semaphore places, long waitMillis) {
        try {
            return places.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isStream(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    /** Given back once, whether the request ends with its thread or later. */
    private static final class Place implements AsyncListener {

        private final Semaphore places;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        Place(Semaphore places) {
            this.places = places;
        }

        void free() {
            if (taken.compareAndSet(true, false)) {
                places.release();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            free();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // A new cycle forgets its listeners.
            event.getAsyncContext().addListener(this);
        }
    }
}
