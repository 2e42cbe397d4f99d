package dev.keshi.service.idempotency;

import dev.keshi.service.command.IdempotencyKey;
import dev.keshi.service.command.Replies;
import dev.keshi.service.idempotency.IdempotencyStore.Claim;
import dev.keshi.service.idempotency.IdempotencyStore.Fingerprint;
import dev.keshi.service.idempotency.IdempotencyStore.StoredResponse;
import dev.keshi.service.limit.Deadline;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.web.FailureTranslator;
import dev.keshi.service.problem.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Applies {@code Idempotency-Key} to changing requests under {@code /api/}. Runs after authentication. */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> KEPT_HEADERS = List.of("ETag", "Location", "Content-Type", "Content-Language");

    /** A repetition of these may well end differently, and they had no effect. */
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 408, 413, 429);

    /** Of a request that has no deadline, an import for example. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(2);

    private final IdempotencyStore store;
    private final FailureTranslator translator;
    private final ProblemResponses problems;

    IdempotencyFilter(IdempotencyStore store, FailureTranslator translator, ProblemResponses problems) {
        this.store = store;
        this.translator = translator;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(IdempotencyKey.HEADER) == null
                || !CHANGING.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id;
        RequestBody body;
        Claim claim;
        try {
            var key = IdempotencyKey.parse(request.getHeader(IdempotencyKey.HEADER))
                    .orElseThrow();
            id = key.uniqueFor(request.getUserPrincipal().getName());
            body = RequestBody.of(request);
            claim = store.claim(id, new Fingerprint(head(request), body.knownHash()), patience(request));
        } catch (RuntimeException | IOException | ServletException failure) {
            refuse(request, response, failure);
            return;
        }
        switch (claim) {
            case Claim.Taken(var token) -> carryOut(id, token, body, response, chain);
            case Claim.InFlight() -> problems.write(request, response, CommonProblem.inFlight());
            case Claim.OtherRequest() -> problems.write(request, response, CommonProblem.keyReused());
            case Claim.Done done -> answerAgain(done, body, request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        var problem = translator.translate(failure);
        if (problem.status() >= 500) {
            log.warn("{} {} refused before it began", request.getMethod(), request.getRequestURI(), failure);
        }
        problems.write(request, response, problem);
    }

    private void carryOut(String id, String token, RequestBody body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        var kept = false;
        try {
            chain.doFilter(body.request(), answer);
            // The answer is kept before it is sent: whoever has seen it finds it again.
            kept = keep(id, token, body, answer);
        } finally {
            if (!kept) {
                release(id, token);
            }
            answer.copyBodyToResponse();
        }
    }

    private boolean keep(String id, String token, RequestBody body, ContentCachingResponseWrapper answer) {
        try {
            var hash = body.finalHash();
            if (hash.isEmpty() || !worthKeeping(answer)) {
                return false;
            }
            store.complete(id, token, hash.get(), stored(answer));
            return true;
        } catch (RuntimeException | IOException notKept) {
            log.warn("The answer to a request could not be kept; a repetition will find its effect instead", notKept);
            return false;
        }
    }

    private static boolean worthKeeping(ContentCachingResponseWrapper answer) {
        return answer.getStatus() < 500
                && !NOT_KEPT.contains(answer.getStatus())
                && answer.getHeader("Retry-After") == null
                && answer.getHeader(Replies.TOLD_ONCE) == null
                && answer.getContentSize() <= RequestBody.SMALL;
    }

    private static StoredResponse stored(ContentCachingResponseWrapper answer) {
        var headers = new HashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredResponse(answer.getStatus(), headers, answer.getContentAsByteArray());
    }

    private void release(String id, String token) {
        try {
            store.release(id, token);
        } catch (RuntimeException notReleased) {
            log.warn("An idempotency key stays marked for as long as its answer is waited for", notReleased);
        }
    }

    private void answerAgain(
            Claim.Done done, RequestBody body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!done.bodyHash().equals(body.drain())) {
            problems.write(request, response, CommonProblem.keyReused());
            return;
        }
        var stored = done.response();
        response.setStatus(stored.status());
        stored.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(stored.body().length);
        response.getOutputStream().write(stored.body());
    }

    /** After a crash the caller comes again with the same key; it shall not be told to wait for an answer that nobody gives. */
    private static Duration patience(HttpServletRequest request) {
        return Deadline.of(request)
                .map(left -> left.plus(AFTER_DEADLINE))
                .filter(patience -> patience.compareTo(LONGEST) < 0)
                .orElse(LONGEST);
    }

    private static String head(HttpServletRequest request) {
        var digest = RequestBody.sha256();
        var query = request.getQueryString();
        var text = request.getMethod() + '\n' + request.getRequestURI() + '\n' + (query == null ? "" : query);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return RequestBody.hex(digest);
    }
}
