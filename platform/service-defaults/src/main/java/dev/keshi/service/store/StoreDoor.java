package dev.keshi.service.store;

import dev.keshi.messaging.StoreReadiness;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 until migrations and indexes are done: what is to be unique would not be, and a search would go through everything or name an index that
 * is not there. Whoever looks at readiness first does not come here before that.
 */
final class StoreDoor extends OncePerRequestFilter {

    /** How the service is, what it offers, and the public keys, for which the other services wait: no index is needed for these. */
    private static final List<String> NEVER_HELD_BACK = List.of("/actuator", "/v3/api-docs", "/oauth2/jwks");

    private final StoreReadiness store;
    private final ProblemResponses problems;

    StoreDoor(StoreReadiness store, ProblemResponses problems) {
        this.store = store;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (store.isReady() || isNeverHeldBack(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, CommonProblem.storeNotReady());
        }
    }

    private static boolean isNeverHeldBack(String path) {
        return NEVER_HELD_BACK.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }
}
