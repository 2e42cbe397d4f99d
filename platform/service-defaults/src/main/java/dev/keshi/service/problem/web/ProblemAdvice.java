package dev.keshi.service.problem.web;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The last word on whatever a controller throws. A service may answer earlier with an advice of its own. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final FailureTranslator translator;
    private final ProblemResponses responses;

    public ProblemAdvice(FailureTranslator translator, ProblemResponses responses) {
        this.translator = translator;
        this.responses = responses;
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void callerIsGone(AsyncRequestNotUsableException gone) {
        log.debug("The caller is gone: {}", gone.getMessage());
    }

    @ExceptionHandler(Throwable.class)
    void refuse(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = problemOf(failure, request);
        if (problem.status() == 500) {
            log.error("{} {} failed unexpectedly", request.getMethod(), request.getRequestURI(), failure);
        } else if (problem.status() > 500) {
            log.warn(
                    "{} {} refused: {}: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    problem.code(),
                    failure.toString());
        }
        responses.write(request, response, problem);
    }

    private Problem problemOf(Throwable failure, HttpServletRequest request) {
        if (failure instanceof AccessDeniedException && request.getUserPrincipal() == null) {
            return CommonProblem.unauthenticated();
        }
        return RefusedAtTheDoor.is(failure, request) ? CommonProblem.badRequest() : translator.translate(failure);
    }
}
