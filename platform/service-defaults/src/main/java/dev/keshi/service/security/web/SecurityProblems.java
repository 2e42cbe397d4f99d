package dev.keshi.service.security.web;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.web.ProblemResponses;
import dev.keshi.service.security.KeysNotLoadedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** The security filters' refusals as problem details: 401, 403, and 503 while no keys are known. */
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemResponses problems;

    public SecurityProblems(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        problems.write(request, response, problemOf(failure));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(request, response, CommonProblem.accessDenied());
    }

    private static Problem problemOf(AuthenticationException failure) {
        return switch (failure) {
            case KeysNotLoadedException notYet -> CommonProblem.keysNotLoaded();
            case OAuth2AuthenticationException token -> CommonProblem.invalidToken();
            default -> CommonProblem.unauthenticated();
        };
    }
}
